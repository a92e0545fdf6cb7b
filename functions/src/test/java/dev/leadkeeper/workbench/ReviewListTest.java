package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Floor;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewListTest {
    private final Floor floor = new Floor();
    private final Desk desk = new Desk(floor.office.staff, Workbench.routes(floor.office.store, floor.office.files, floor.office.clock));

    private Activity doubtful() {
        var proposal = floor.record("rep", "proposal", 2);
        floor.judge(proposal, "f1", State.VALID, "pdf", "duplicate");
        return floor.judge(proposal, "f2", State.REJECTED, "presentation");
    }

    private Doc page(String staff, String... pairs) {
        return Doc.of(Office.read(desk.answer("GET /reviews", staff, Office.ask(pairs))));
    }

    private List<Doc> items(Doc page) {
        return page.list("items", Doc::ofValue);
    }

    @Test
    void a_supervisor_sees_what_waits_with_points_reasons_lead_and_links_to_files() {
        var doubtful = doubtful();

        var item = items(page("manager")).getFirst();

        assertEquals(doubtful.lead() + "-" + doubtful.id(), item.text("id"));
        assertEquals("张伟", item.doc("lead").text("name"));
        assertEquals("proposal", item.doc("activity").text("type"));
        assertEquals(41L, item.doc("credibility").number("total"));
        var parts = item.doc("credibility").list("parts", Doc::ofValue);
        assertEquals(List.of("attachments", "timing", "customer", "colleagues", "similar"), parts.stream().map(part -> part.text("dimension")).toList());
        assertTrue(parts.getFirst().doc("because").text("zh").contains("还缺:方案 PPT"), parts.getFirst().doc("because").text("zh"));
        var files = item.doc("activity").list("files", Doc::ofValue);
        assertEquals("/leads/" + doubtful.lead() + "/activities/" + doubtful.id() + "/files/f1", files.getFirst().text("link"));
        assertNull(files.getLast().text("link"));
        var reason = files.getLast().list("reasons", Doc::ofValue).getFirst();
        assertEquals("macros", reason.text("reason"));
        assertTrue(reason.text("zh").contains("宏"), reason.text("zh"));
    }

    @Test
    void an_auditor_sees_the_points_and_nothing_personal() {
        doubtful();

        var page = Json.write(Office.read(desk.answer("GET /reviews", "auditor", Office.ask())));

        assertFalse(page.contains("张伟") || page.contains("方案.pdf"), page);
        assertEquals(41L, items(page("auditor")).getFirst().doc("credibility").number("total"));
    }

    @Test
    void a_rep_sees_no_reviews() {
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /reviews", "rep", Office.ask()));
    }

    @Test
    void the_oldest_comes_first_and_the_rest_on_further_pages() {
        var first = doubtful();
        var second = doubtful();
        var third = doubtful();

        var page = page("manager", "?limit=2");
        var rest = page("manager", "?limit=2", "?cursor=" + page.text("next"));

        assertEquals(List.of(first.id(), second.id()), items(page).stream().map(each -> each.doc("activity").text("id")).toList());
        assertEquals(List.of(third.id()), items(rest).stream().map(each -> each.doc("activity").text("id")).toList());
    }

    @Test
    void what_is_decided_is_not_on_the_list() {
        floor.decide(doubtful(), Activity.REJECTED, "manager");

        assertEquals(List.of(), items(page("manager")));
    }
}
