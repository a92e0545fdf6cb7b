package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The queues within the cosmos: at least once, in no order, sometimes twice, sometimes hours late; a failed message comes
 * back after its visibility time-out, at times also while its first copy is still being handled; after five receipts it goes
 * to the dead-letter queue, from which somebody moves it back later.
 */
final class SimulatedQueue implements Queue {
    private static final List<FaultKind> SEND = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.THROTTLE);
    /** Six times the functions' time-out, as in the template. */
    private static final long VISIBILITY = 6 * Invocation.TIMEOUT;
    private static final int MOST_RECEIPTS = 5;
    private static final long LONGEST_DELAY = Duration.ofMinutes(15).toMillis();

    private final Cosmos cosmos;
    private final LastMoment lastMoment;
    private final Map<String, Consumer<Map<String, Object>>> handlers = new HashMap<>();
    private final List<Message> dead = new ArrayList<>();
    private final List<Message> all = new ArrayList<>();
    private double duplicates = 0.05;
    private double late = 0.005;
    private double hasty = 0.03;
    private long inFlight;

    private static final class Message {
        private final String channel;
        private final String body;
        /** Parsed once for all who receive it: nobody can change it. */
        private Map<String, Object> content;
        private int receipts;
        private int live;
        private boolean done;

        private Message(String channel, String body) {
            this.channel = channel;
            this.body = body;
        }

        private Map<String, Object> content() {
            if (content == null) {
                content = Json.readOwn(body);
            }
            return content;
        }

        /** The same once more, as another message. */
        private Message again() {
            var again = new Message(channel, body);
            again.content = content;
            return again;
        }
    }

    SimulatedQueue(Cosmos cosmos, LastMoment lastMoment) {
        this.cosmos = cosmos;
        this.lastMoment = lastMoment;
    }

    /** Who gets the messages of a queue; each message is an invocation of its own. */
    void deliver(String channel, Consumer<Map<String, Object>> handler) {
        handlers.put(channel, handler);
    }

    /** From now on the queues behave. */
    void calm() {
        duplicates = 0;
        late = 0;
        hasty = 0;
    }

    @Override
    public void send(Channel channel, Map<String, Object> body, Duration delay) {
        if (delay.isNegative() || delay.toMillis() > LONGEST_DELAY) {
            throw new IllegalArgumentException("delay out of range");
        }
        cosmos.change("send " + channel, SEND, () -> {
            put(channel.name(), body, delay.toMillis() + lastMoment.lateness(channel.name(), body));
            return null;
        }, null);
    }

    /** What another service puts into a queue by itself, as S3 does when something was stored. */
    void put(String channel, Map<String, Object> body, long delay) {
        var text = Json.write(body);
        var message = new Message(channel, text);
        all.add(message);
        enqueue(message, delay);
        if (cosmos.dice().chance(duplicates)) {
            cosmos.faults().count(FaultKind.DUPLICATE_MESSAGE);
            enqueue(message.again(), delay);
        }
    }

    private void enqueue(Message message, long delay) {
        inFlight++;
        var way = cosmos.dice().between(1, 40);
        if (cosmos.dice().chance(late)) {
            cosmos.faults().count(FaultKind.LATE_MESSAGE);
            way = cosmos.dice().between(60_000, 4 * 3_600_000);
        }
        cosmos.loop().after(delay + way, () -> receive(message));
    }

    private void receive(Message message) {
        if (message.done) {
            return;
        }
        if (message.receipts == MOST_RECEIPTS) {
            message.done = true;
            dead.add(message);
            cosmos.faults().count(FaultKind.DEAD_LETTER);
            cosmos.note(message.channel, "message goes to the dead-letter queue");
            return;
        }
        message.receipts++;
        if (message.live++ > 0) {
            cosmos.faults().count(FaultKind.TWO_LIVE_COPIES);
            cosmos.note(message.channel, "message becomes visible while it is being handled");
        }
        cosmos.loop().after(cosmos.dice().chance(hasty) ? cosmos.dice().between(20, 300) : VISIBILITY, () -> receive(message));
        var invocation = new Invocation(message.channel, cosmos.loop().now(), cosmos.skew());
        cosmos.invoke(invocation, () -> handlers.get(message.channel).accept(message.content()), failure -> {
            message.live--;
            if (failure == null && !message.done) {
                message.done = true;
                inFlight--;
            }
        });
    }

    /** Moves what is dead back into its queue, as the runbook says. */
    void redrive() {
        var back = List.copyOf(dead);
        dead.clear();
        for (var message : back) {
            inFlight--;
            enqueue(message.again(), 0);
        }
    }

    /** Puts every message that was sent before into its queue once more; of equal ones, one. */
    void replay(String channel) {
        var sent = new LinkedHashMap<String, Message>();
        all.stream().filter(message -> message.channel.equals(channel)).forEach(message -> sent.putIfAbsent(message.body, message));
        sent.values().forEach(message -> enqueue(message.again(), 0));
    }

    boolean empty() {
        return inFlight == 0;
    }
}
