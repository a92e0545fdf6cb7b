package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /notices?state=pending|deferred|undelivered}: notices that did not arrive at once, and what they wait for, in the
 * order of people. Reads the page and nothing else. Titles hold no personal data.
 */
final class NoticeList {
    private static final List<String> STATES = List.of("pending", "deferred", "undelivered");

    private final HeldNotices held;
    private final OpenNotices open;

    NoticeList(Store store) {
        this.held = new HeldNotices(store);
        this.open = new OpenNotices(store);
    }

    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("state", "staff", "cursor", "limit"), flaws);
        var state = ask.parameter("state").orElse("");
        if (!STATES.contains(state)) {
            flaws.add(new Flaw("query.state", "one of " + STATES, "应为其中之一：" + String.join("、", STATES)));
        }
        var asked = ask.parameter("staff").orElse(access.everybody() ? null : who.id());
        if (asked != null && !access.reaches(who, asked)) {
            return new Answer.Denied("the role " + who.role().word() + " may see only their own notices");
        }
        return Pages.answer(ask, flaws, "notices " + state + " " + asked, "items", from -> switch (state) {
            case "deferred" -> deferred(asked, from.limit(), from.after());
            case "pending" -> open(OpenNotices.State.PENDING, asked, from.limit(), from.after());
            default -> open(OpenNotices.State.UNDELIVERED, asked, from.limit(), from.after());
        });
    }

    private Pages.Slice deferred(String staff, int limit, String after) {
        var page = held.page(staff, limit, after);
        return new Pages.Slice(page.held().stream().map(each -> sheet(each.notice(), each.since(), each.why().word(), each.until())).toList(), page.next());
    }

    private Pages.Slice open(OpenNotices.State state, String staff, int limit, String after) {
        var page = open.page(state, staff, limit, after);
        return new Pages.Slice(page.notices().stream().map(NoticeList::sheet).toList(), page.next());
    }

    private static Map<String, Object> sheet(Notice notice, Instant since, String waits, Instant at) {
        return sheet(notice.id(), notice.kind(), notice.recipient(), notice.lead(), notice.title(), since, waits, at, null, List.of());
    }

    private static Map<String, Object> sheet(OpenNotices.Open each) {
        return sheet(each.notice(), each.kind(), each.recipient(), each.lead(), each.title(), each.since(), each.waits(), each.at(), each.channel(), each.told());
    }

    private static Map<String, Object> sheet(String id, String kind, String recipient, String lead, Sentence title, Instant since, String waits,
                                             Instant at, String channel, List<String> told) {
        return new Sheet()
                .put("id", id)
                .put("kind", kind)
                .put("recipient", recipient)
                .put("lead", lead)
                .put("title", SentenceCodec.toDoc(title))
                .put("since", since)
                .put("waitsFor", waits)
                .put("at", at)
                .put("channel", channel)
                .put("told", told)
                .done();
    }
}
