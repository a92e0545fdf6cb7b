package dev.leadkeeper.infra.year;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The queues: within a second or two, in no order, what falls due at times twice, and in an outage not before its end. */
final class Mail implements Queue {
    /** Slowest way of a message, in milliseconds. */
    static final int SLOWEST = 2_000;
    private static final double TWICE = 0.01;
    private static final long LATEST_AGAIN = Duration.ofHours(1).toMillis();

    private final Agenda agenda;
    private final SplittableRandom dice;
    private final Map<Channel, Consumer<Doc>> receivers = new EnumMap<>(Channel.class);
    private double lost;

    Mail(Agenda agenda, SplittableRandom dice) {
        this.agenda = agenda;
        this.dice = dice;
    }

    void deliver(Channel channel, Consumer<Doc> receiver) {
        receivers.put(channel, receiver);
    }

    /** While this runs, so large a share of what is sent for assignment is lost, as when a function dies before it sends. */
    void losing(double share, Runnable what) {
        lost = share;
        what.run();
        lost = 0;
    }

    @Override
    public void send(Channel channel, Map<String, Object> body, Duration delay) {
        if ((channel == Channel.LEADS_SCORED || channel == Channel.LEADS_SCORED_URGENT) && lost > 0 && dice.nextDouble() < lost) {
            return;
        }
        var text = Json.write(body);
        enqueue(channel, text, delay.toMillis() + dice.nextInt(50, SLOWEST));
        if (channel == Channel.DUE && dice.nextDouble() < TWICE) {
            enqueue(channel, text, dice.nextLong(LATEST_AGAIN));
        }
    }

    private void enqueue(Channel channel, String text, long after) {
        agenda.at(agenda.millis() + after, () -> {
            var up = agenda.down(agenda.millis());
            if (up > 0) {
                enqueue(channel, text, up - agenda.millis() + dice.nextInt(30_000));
            } else {
                receivers.get(channel).accept(Doc.of(Json.readOwn(text)));
            }
        });
    }
}
