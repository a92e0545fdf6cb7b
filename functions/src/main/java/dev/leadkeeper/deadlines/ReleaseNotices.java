package dev.leadkeeper.deadlines;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Digests;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.NoticeRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices that were kept for later go out when their time has come: each by itself, or several as one digest. What is going to
 * be done is written down first, so that a tick that dies leaves the same to the next; a notice is owed until it is on its way.
 * Reads what is due and nothing else.
 */
public final class ReleaseNotices {
    /** People a minute; more of them wait for the next one. */
    private static final int MOST = 200;
    /** Notices a minute: each part of a digest is noted on its lead's timeline, which takes some hundredths of a second. */
    private static final int MOST_NOTICES = 300;

    private final HeldNotices held;
    private final Settlements settlements;
    private final Announcements announcements;
    private final Digests digests;
    private final Store store;
    private final Queue queue;
    private final Clock clock;

    /** @param publicUrl base of the links in digests, empty for none */
    public ReleaseNotices(Store store, Queue queue, Clock clock, String publicUrl) {
        this.held = new HeldNotices(store);
        this.settlements = new Settlements(store, clock);
        this.announcements = new Announcements(queue);
        this.digests = new Digests(publicUrl);
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /** Sends what is due. @return notices that are on their way now, those within a digest counted one by one */
    public int sweep() {
        var released = 0;
        for (var due : held.due(clock.now(), MOST)) {
            if (released >= MOST_NOTICES) {
                break;
            }
            var taken = held.take(due, clock.now());
            released += taken.isPresent() ? release(taken.get(), MOST_NOTICES - released) : 0;
        }
        return released;
    }

    private int release(HeldNotices.Due taken, int most) {
        var owed = held.until(taken.recipient(), taken.at(), most);
        var planned = taken.bundle() == null ? held.bundle(taken, bundle(taken, owed)).orElse(null) : taken;
        if (planned == null) {
            return 0; // so slow that somebody else has taken over
        }
        var bundle = planned.bundle();
        for (var each : owed) {
            if (bundle.singles().contains(each.notice().id())) {
                queue.send(Queue.Channel.NOTICES, each.message());
                held.settle(taken.recipient(), each.notice().id());
            }
        }
        if (bundle.digest() != null) {
            // Sent before its parts are settled by it: whoever dies in between sends it once more, and it is delivered once.
            announcements.decided(bundle.digest(), planned.at());
            for (var part : bundle.parts()) {
                settlements.digested(part.notice(), part.lead(), taken.recipient(), bundle.digest().id());
                held.settle(taken.recipient(), part.notice());
            }
        }
        held.done(planned, owed.size() >= most);
        return bundle.singles().size() + bundle.parts().size();
    }

    /** What was kept for the night goes out one by one unless it is too much; what was kept for a digest goes into one. */
    private HeldNotices.Bundle bundle(HeldNotices.Due taken, List<HeldNotices.Held> owed) {
        var digest = new ArrayList<HeldNotices.Held>();
        var singles = new ArrayList<HeldNotices.Held>();
        for (var each : owed) {
            if (settlements.settled(each.notice())) {
                held.settle(taken.recipient(), each.notice().id());
            } else {
                switch (each.why()) {
                    case QUIET_HOURS -> singles.add(each);
                    case DIGEST, FLOOD -> digest.add(each);
                }
            }
        }
        var most = NoticeRules.current(store).flood();
        if (most > 0 && singles.size() > most) {
            digest.addAll(singles);
            singles.clear();
        }
        if (digest.size() == 1) {
            singles.addAll(digest); // it says more by itself
            digest.clear();
        }
        Notice one = digest.isEmpty() ? null : digests.of(digest);
        return new HeldNotices.Bundle(taken.count(), one,
                digest.stream().map(each -> new HeldNotices.Part(each.notice().id(), each.notice().lead())).toList(),
                singles.stream().map(each -> each.notice().id()).toList());
    }
}
