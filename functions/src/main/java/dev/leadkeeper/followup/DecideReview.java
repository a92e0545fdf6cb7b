package dev.leadkeeper.followup;

import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.credibility.Reviews;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.CredibilitySheet;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.CredibilityRules;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /reviews/{id}}: a supervisor decides whether a record counts, with a reason from the rulebook's list. Decided
 * once: whoever comes second learns what was decided.
 */
final class DecideReview {
    private static final int LONGEST_TEXT = 1000;

    private final Reviews reviews;
    private final FollowUps followUps;

    DecideReview(Reviews reviews, FollowUps followUps) {
        this.reviews = reviews;
        this.followUps = followUps;
    }

    /** The two ways, as a client says them. */
    private enum Way {
        ACCEPT(Reviews.ACCEPTED), REJECT(Activity.REJECTED);

        private final String verdict;

        Way(String verdict) {
            this.verdict = verdict;
        }

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("decision", "reason", "text", "version"));
        var way = body.needs("decision").word("decision", Way.values(), Way::word);
        var reasons = followUps.live().credibility().reasons().toArray(CredibilityRules.Reason[]::new);
        var reason = body.needs("reason").word("reason", reasons, CredibilityRules.Reason::id);
        var text = body.line("text", LONGEST_TEXT);
        var version = body.number("version", 1, Integer.MAX_VALUE);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var named = ReviewQueue.named(ask.variable("id"));
        if (named.isEmpty()) {
            return new Answer.Missing("review");
        }
        var wanted = new Reviews.Wanted(way.orElseThrow().verdict, reason.orElseThrow(), text.orElse(null), who.id(),
                version.map(Integer::longValue).orElse(null));
        return switch (reviews.decide(named.get().lead(), named.get().activity(), wanted)) {
            case Reviews.Decided.Done(var activity) -> new Answer.Done(sheet(activity));
            case Reviews.Decided.Before(var activity) -> new Answer.Refused(
                    "somebody has decided about it already; 已有主管作出决定", Map.of("review", CredibilitySheet.review(activity, access.masked())));
            case Reviews.Decided.Changed(var activity) -> new Answer.Refused(
                    "the record has changed since; look at it again; 记录已更新，请重新查看", Map.of("version", activity.ver()));
            case Reviews.Decided.NotWaiting() -> new Answer.Refused(
                    "nobody has to decide about this record, or not any more; 该记录无需复核", Map.of());
            case Reviews.Decided.TheirOwn() -> new Answer.Denied("nobody decides about their own record; 不能复核自己的记录");
            case Reviews.Decided.Unknown() -> new Answer.Missing("review");
        };
    }

    private static Map<String, Object> sheet(Activity activity) {
        return new Sheet()
                .put("id", ReviewQueue.name(activity))
                .put("counts", activity.counts())
                .put("version", activity.ver())
                .put("review", CredibilitySheet.review(activity, false))
                .done();
    }
}
