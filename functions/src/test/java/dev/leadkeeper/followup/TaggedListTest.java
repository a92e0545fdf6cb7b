package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags across leads (FU4). */
class TaggedListTest {
    private final RepsSide side = new RepsSide();
    private final Lead one = side.office.assigned("a", "rep");
    private final Lead another = side.office.assigned("b", "rep2");

    private String records(Lead lead, String who, String type, String... tags) {
        side.office.clock.advance(Duration.ofMinutes(1));
        return (String) side.done("POST /leads/{id}/activities", who, lead, RepsSide.record(type, "tags", List.of(tags))).get("id");
    }

    private Answer ask(String who, String... query) {
        return side.desk.answer("GET /activities", who, Office.ask(query));
    }

    private Doc page(String who, String... query) {
        return Doc.of(Office.read(ask(who, query)));
    }

    private List<String> ids(String who, String... query) {
        return page(who, query).list("items", Doc::ofValue).stream().map(item -> item.required("id")).toList();
    }

    @Test
    void all_that_have_all_of_the_tags_are_found_across_leads_newest_first() {
        var first = records(one, "rep", "call", "price-comparison");
        var second = records(another, "rep2", "call", "price-comparison", "decision-chain");
        records(one, "rep", "visit", "decision-chain");

        assertEquals(List.of(second, first), ids("manager", "?tags=price-comparison"));
        assertEquals(List.of(second), ids("manager", "?tags=price-comparison,decision-chain"));
        assertEquals(List.of(first), ids("manager", "?tags=price-comparison", "?staff=rep"));
        assertEquals(List.of(), ids("manager", "?tags=price-comparison", "?type=visit"));
        assertEquals(List.of(), ids("manager", "?tags=nobody-used-this"));
    }

    @Test
    void everybody_sees_their_own_and_an_auditor_sees_texts_masked() {
        var theirs = records(one, "rep", "call", "price-comparison");
        var others = records(another, "rep2", "call", "price-comparison");

        assertEquals(List.of(theirs), ids("rep", "?tags=price-comparison"));
        assertEquals(List.of(others), ids("rep2", "?tags=price-comparison"));
        assertInstanceOf(Answer.Denied.class, ask("marketing", "?tags=price-comparison"));
        var masked = page("auditor", "?tags=price-comparison").list("items", Doc::ofValue);
        assertEquals(2, masked.size());
        assertTrue(masked.stream().noneMatch(item -> item.required("solved").equals("预算已确认")), masked.toString());
    }

    @Test
    void pages_hold_everything_once_over_months_and_others_leads_in_between() {
        var theirs = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            theirs.addFirst(records(one, "rep", "call", "price-comparison"));
            records(another, "rep2", "call", "price-comparison");
            side.office.clock.advance(Duration.ofDays(8));
        }
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = cursor == null ? page("rep", "?tags=price-comparison", "?limit=3") : page("rep", "?tags=price-comparison", "?limit=3", "?cursor=" + cursor);
            page.list("items", Doc::ofValue).forEach(item -> found.add(item.required("id")));
            cursor = page.text("next");
        } while (cursor != null);

        assertEquals(theirs, found);
    }

    @Test
    void days_bound_what_is_found() {
        var first = records(one, "rep", "call", "price-comparison");
        side.office.clock.advance(Duration.ofDays(20));
        var second = records(one, "rep", "call", "price-comparison");

        assertEquals(List.of(first), ids("rep", "?tags=price-comparison", "?until=2026-11-22"));
        assertEquals(List.of(second), ids("rep", "?tags=price-comparison", "?from=2026-11-23"));
        assertEquals(List.of(second, first), ids("rep", "?tags=price-comparison", "?from=2026-11-22", "?until=2026-12-12"));
        assertNull(page("rep", "?tags=price-comparison", "?from=2024-01-01", "?until=2024-02-01").text("next"));
    }

    @Test
    void what_is_asked_wrongly_is_named() {
        for (var wrong : List.of("?tags=", "?tags=a,,b", "?from=2026-13-01", "?until=tomorrow", "?from=+999999999-01-01", "?tag=a", "?cursor=abc", "?limit=0")) {
            assertInstanceOf(Answer.Wrong.class, wrong.startsWith("?tags") ? ask("manager", wrong) : ask("manager", "?tags=a", wrong), wrong);
        }
        assertInstanceOf(Answer.Wrong.class, ask("manager", "?tags=a", "?from=2020-01-01"));
        records(one, "rep", "call", "price-comparison");
        records(one, "rep", "call", "price-comparison");
        var cursor = page("rep", "?tags=price-comparison", "?limit=1").text("next");
        assertInstanceOf(Answer.Wrong.class, ask("rep", "?tags=decision-chain", "?limit=1", "?cursor=" + cursor), "a cursor of another list");
    }

    @Test
    void a_repeat_enters_nothing_twice_and_tags_that_a_text_tells_are_found() {
        var body = RepsSide.record("call", "text", "客户在比价", "result", "going-on");
        side.done("POST /leads/{id}/activities", "rep", one, body, "idempotency-key", "k");
        var tags = Doc.of(side.done("POST /leads/{id}/activities", "rep", one, body, "idempotency-key", "k")).texts("tags");

        assertEquals(1, ids("rep", "?tags=" + tags.getFirst()).size());
    }
}
