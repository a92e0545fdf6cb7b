package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.notice.HeldNotices.Why;
import dev.leadkeeper.settings.NoticeRules;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What somebody's preferences make of a notice at some moment. Pure.
 *
 * @param chain       how the recipient is reached, in order; empty for somebody who left or is disabled
 * @param preferences complete
 */
record Course(List<Staff.Address> chain, Preferences preferences) {
    /** Of somebody who is not there any more. */
    static Course ofNobody() {
        return new Course(List.of(), Preferences.USUAL);
    }

    static Course of(Staff person, NoticeRules rules) {
        var zoned = person.preferences().zone() != null || person.hours() == null ? person.preferences()
                : new Preferences(person.hours().zone(), null, null, null, java.util.Map.of());
        var mine = person.preferences().over(zoned).over(rules.preferences());
        return new Course(person.channels(), mine);
    }

    /** What becomes of a notice. */
    sealed interface Turn {
        /** It goes out. @param counts whether it counts as one of a flood */
        record Go(NoticeMessage message, boolean counts) implements Turn {}

        /** It waits. */
        record Wait(Why why, Instant until) implements Turn {}
    }

    /** What becomes of this message now. About one on its way nothing is left to decide, nor about one that has no way. */
    Turn turn(NoticeMessage message, Instant now) {
        if (message.way() != Way.OPEN || chain.isEmpty()) {
            return new Turn.Go(message.way() == Way.OPEN ? message.by(Way.LOUD, 0) : message, false);
        }
        return switch (preferences.of(message.notice().kind())) {
            case ALWAYS -> new Turn.Go(message.by(Way.LOUD, 0), false);
            case DIGEST -> new Turn.Wait(Why.DIGEST, preferences.nextDigest(now));
            case AWAKE -> preferences.quietUntil(now).<Turn>map(until -> firstQuietStep() < chain.size()
                            ? new Turn.Go(message.by(Way.QUIET, firstQuietStep()), false) : new Turn.Wait(Why.QUIET_HOURS, until))
                    .orElseGet(() -> new Turn.Go(message.by(Way.LOUD, 0), true));
        };
    }

    /** Which steps of the chain a way may take. */
    IntPredicate steps(Way way) {
        return switch (way) {
            case OPEN, LOUD, LATE -> step -> true;
            case QUIET -> step -> preferences.quietChannels().contains(chain.get(step).channel());
        };
    }

    private int firstQuietStep() {
        return IntStream.range(0, chain.size()).filter(steps(Way.QUIET)).findFirst().orElse(chain.size());
    }
}
