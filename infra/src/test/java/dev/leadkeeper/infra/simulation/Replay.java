package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** At rest, messages come once more: nothing may change. */
final class Replay {
    private final Cosmos cosmos;
    private final Dice dice;
    private final SimulatedQueue queue;
    private final int mostEvents;
    private boolean happening;
    /** What was written since the messages of a queue began to come. */
    private final Set<Key> written = new LinkedHashSet<>();

    /** @param mostEvents more than this are too many for the world to come to rest again */
    Replay(Cosmos cosmos, Dice dice, SimulatedQueue queue, int mostEvents) {
        this.cosmos = cosmos;
        this.dice = dice;
        this.queue = queue;
        this.mostEvents = mostEvents;
    }

    /** Something was written. */
    void changed(List<Key> keys) {
        if (happening) {
            written.addAll(keys);
        }
    }

    /**
     * Half of the queues, and always the notices, which have most to forget.
     *
     * @param more queues of others than the product's own services
     */
    void happens(Store truth, List<String> more) {
        cosmos.note("world", "sends messages once more");
        var channels = new ArrayList<String>();
        for (var channel : Channel.values()) {
            channels.add(channel.name());
        }
        channels.addAll(more);
        int half = dice.below(2);
        var digest = new Digest(truth);
        happening = true;
        for (int one = 0; one < channels.size(); one++) {
            var channel = channels.get(one);
            if (one % 2 != half && !channel.equals(Channel.NOTICES.name())) {
                continue;
            }
            written.clear();
            queue.replay(channel);
            cosmos.loop().runDry(mostEvents);
            var difference = digest.follow(truth, written);
            if (!difference.isEmpty()) {
                throw new Violation("sending messages of " + channel + " once more changed the world: " + difference);
            }
        }
    }
}
