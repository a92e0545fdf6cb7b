package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.Map;

/**
 * The last moment before the end of somebody's quiet hours: a notice is still being kept for them until then, by an instance whose
 * clock is behind, while a sweep whose clock is not sends what was kept before. Both last some hundredths of a second, so that by chance
 * alone they would meet once in hundreds of schedules. Here some messages come as late as that, and what keeps them is slow and gets there
 * right after the sweep has seen what there is.
 */
final class LastMoment {
    private static final String DUE = "notice-due";
    /** So close to the time for which something is kept, in ms: clocks are off by no more. */
    private static final long CLOSE = 5_000;
    /** From the start of its invocation a write is held up no longer than that, in ms: the time-out is not what this is about. */
    private static final long LONGEST = 5_500;
    /** How often a write that is held up looks, in ms: less than a call takes. */
    private static final long LOOKS = 2;
    /** Who is awake again within so many ms may be told so late. */
    private static final long SOON = 120_000;
    /** Of so many notices to such a person one is; its id says which, so that wherever none is, all happens as it would without this. */
    private static final int ONE_IN = 3;

    private final Cosmos cosmos;
    private final Store truth;
    private boolean calm;

    LastMoment(Cosmos cosmos, Store truth) {
        this.cosmos = cosmos;
        this.truth = truth;
    }

    /** From now on nothing is late. */
    void calm() {
        calm = true;
    }

    /** Milliseconds by which a message is late: none unless others wait for the same person, who is awake again soon. */
    long lateness(String channel, Map<String, Object> body) {
        if (calm || !channel.equals(Channel.NOTICES.name())) {
            return 0;
        }
        var notice = Doc.of(body).doc("notice");
        var chosen = notice.required("id").hashCode();
        if (Math.floorMod(chosen, ONE_IN) != 0) {
            return 0;
        }
        var now = cosmos.loop().now();
        return truth.query(new Store.Query(Table.SIGNALS, DUE, null, false, 1000, null)).items().stream()
                .map(item -> item.get("id").toString().split("#")).filter(entry -> entry[1].equals(notice.required("recipient")))
                .mapToLong(entry -> Long.parseLong(entry[0]) - now).filter(left -> left > CLOSE && left < SOON).findFirst().stream()
                .map(left -> left - Math.floorMod(chosen / ONE_IN, CLOSE / 2)).findFirst().orElse(0);
    }

    /** Holds up a write that keeps something, if it is for a time at which others wait for the same person and which is about to come. */
    void holdUp(Write write) {
        if (calm || cosmos.running() == null || !(write instanceof Write.Put(var key, var item, _)) || !key.hash().equals("notice-held")) {
            return;
        }
        var until = Doc.of(item).instant("until").toEpochMilli();
        if (Math.abs(until - cosmos.loop().now()) > CLOSE || truth.get(key).isPresent()) {
            return;
        }
        var due = Key.of(Table.SIGNALS, DUE, "%015d#%s".formatted(until, key.sort().toString().split("#")[0]));
        while (truth.get(due).filter(LastMoment::waits).isPresent() && cosmos.loop().now() < cosmos.running().started() + LONGEST) {
            cosmos.sleep(LOOKS);
        }
    }

    /** Whether no sweep has seen what there is. */
    private static boolean waits(Map<String, Object> due) {
        return !due.containsKey("bundle");
    }
}
