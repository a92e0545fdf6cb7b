package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.ledger.Uploads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordActivityTest {
    private static final String RECORD = "POST /leads/{id}/activities";
    private static final String LIST = "GET /leads/{id}/activities";
    private static final String UPLOADS = "POST /leads/{id}/activities/{activity}/uploads";
    private static final String FILE = "GET /leads/{id}/activities/{activity}/files/{file}";

    private final RepsSide side = new RepsSide();
    private final Lead lead = side.office.assigned("one", "rep");

    @Test
    void each_field_that_is_missing_is_named_in_both_languages() {
        var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(RECORD, "rep", lead, Map.of("type", "sample", "solved", "")));

        var zh = wrong.flaws().stream().collect(Collectors.toMap(Flaw::field, Flaw::zh));
        assertEquals(Map.of("solved", "缺少：本次解决什么问题", "nextStep", "缺少：客户明确下一步动作", "promise", "缺少：我方承诺",
                "promiseBy", "缺少：我方承诺交付时间", "fields.trackingNumber", "缺少：快递单号"), zh);
        assertTrue(wrong.flaws().stream().allMatch(flaw -> flaw.problem().startsWith("is missing: ")));
    }

    @Test
    void the_first_record_of_a_lead_picks_a_result_and_later_ones_need_not() {
        var without = RepsSide.record("call");
        without.remove("result");
        var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(RECORD, "rep", lead, without));
        assertEquals("result", wrong.flaws().getFirst().field());
        assertTrue(wrong.flaws().getFirst().zh().contains("已报名、需试听"));

        side.done(RECORD, "rep", lead, RepsSide.record("call"));
        side.done(RECORD, "rep", lead, without);
        assertEquals(2, side.activities.of(lead.id()).size());
    }

    @Test
    void papers_need_no_follow_up_record_beside_them() {
        var answer = side.done(RECORD, "rep", lead, Map.of("type", "org-chart", "files", List.of(RepsSide.file("架构.png", "image/png", 'a'))));
        assertEquals("org-chart", answer.get("type"));
    }

    @Test
    void a_chat_is_masked_read_and_becomes_a_todo_with_its_day() {
        var answer = side.done(RECORD, "rep", lead, RepsSide.record("call", "text", "张总说下周三看工厂,预算200万，手机13812345678，别家报价更低"));

        var reading = Doc.of(answer).doc("reading");
        assertEquals("2026-11-25", reading.text("due"));
        assertEquals(2_000_000L, reading.number("budget"));
        assertEquals("张总", reading.text("decider"));
        assertEquals(List.of("price-comparison", "site-visit"), answer.get("tags"));
        assertFalse(Json.write(answer).contains("13812345678"));
        var todo = new Todos(side.office.store).of("rep", 10, null).todos().getFirst();
        assertEquals(LocalDate.of(2026, 11, 25), todo.due());
        assertTrue(todo.text().zh().contains("看工厂") && todo.text().zh().contains("预算 2000000 元"), todo.text().zh());
    }

    /** A record is weighed once it stands, so the first answer cannot say the result. */
    private static Map<String, Object> unweighed(Map<String, Object> answer) {
        var rest = new java.util.HashMap<>(answer);
        rest.remove("credibility");
        return rest;
    }

    @Test
    void the_same_request_again_is_answered_again_and_recorded_once() {
        var first = side.done(RECORD, "rep", lead, RepsSide.record("call"), "idempotency-key", "k1");
        var again = side.done(RECORD, "rep", lead, RepsSide.record("call"), "idempotency-key", "k1");

        assertEquals(61, Doc.ofValue(again.get("credibility")).number("total"));
        assertEquals(unweighed(first), unweighed(again));
        assertEquals(1, side.activities.of(lead.id()).size());
        var other = assertInstanceOf(Answer.Refused.class, side.ask(RECORD, "rep", lead, RepsSide.record("visit"), "idempotency-key", "k1"));
        assertEquals(Set.of("yours", "current"), other.more().keySet());
    }

    @Test
    void two_people_write_at_once_one_of_them_offline_and_nothing_is_lost_and_the_conflict_is_visible() {
        var seen = side.now(lead).revision();
        var managers = side.done(RECORD, "manager", lead, RepsSide.record("visit"), "if-match", "\"" + seen + "\"", "idempotency-key", "m");
        side.office.clock.advance(Duration.ofHours(3));

        var offline = side.done(RECORD, "rep", lead, RepsSide.record("call"), "if-match", "\"" + seen + "\"", "idempotency-key", "r");

        assertNull(managers.get("moved"));
        assertEquals(seen, Doc.of(offline).doc("moved").number("yours"));
        assertEquals(List.of(managers.get("id")), offline.get("unseen"));
        assertEquals(2, ((List<?>) side.done(LIST, "rep", lead, null).get("items")).size());
        // a change that replaces something is refused instead, with both versions
        var stale = assertInstanceOf(Answer.Stale.class, side.ask("POST /leads/{id}/outcome", "rep", lead, Map.of("outcome", "lost", "reason", "price"),
                "if-match", "\"" + seen + "\""));
        assertEquals(seen, stale.yours().get("revision"));
        assertEquals("lost", stale.yours().get("outcome"));
        assertEquals(seen + 2, stale.current().get("revision"));
    }

    @Test
    void a_declared_file_gets_a_form_until_it_has_come_and_a_rejected_one_a_successor() {
        var pdf = RepsSide.file("方案.pdf", "application/pdf", 'a');
        var recorded = side.done(RECORD, "rep", lead, RepsSide.record("proposal", "files", List.of(pdf, RepsSide.file("方案.pptx", "application/x", 'b'))));
        var id = (String) recorded.get("id");
        assertEquals(2, ((List<?>) recorded.get("uploads")).size());
        side.judge(lead, id, "f1", State.VALID, "pdf");
        side.judge(lead, id, "f2", State.REJECTED, "presentation");

        var more = Map.<String, Object>of("files", List.of(RepsSide.file("方案2.pptx", "application/x", 'c')));
        var forms = side.done(UPLOADS, "rep", lead, more, "path.activity", id);
        var again = side.done(UPLOADS, "rep", lead, more, "path.activity", id);

        assertEquals(List.of("f3"), files(forms));
        assertEquals(List.of("f3"), files(again));
        side.judge(lead, id, "f3", State.VALID, "presentation");
        assertEquals(List.of(), side.done(LIST.replace("activities", "activities/{activity}"), "rep", lead, null, "path.activity", id).get("unmet"));
        assertEquals("evidence-declared", side.office.timelines.of(lead.id()).stream().map(each -> each.type()).filter(type -> type.endsWith("declared"))
                .collect(Collectors.joining(",")));
    }

    private static List<Object> files(Map<String, Object> answer) {
        return ((List<?>) answer.get("uploads")).stream().<Object>map(each -> Doc.ofValue(each).text("file")).toList();
    }

    @Test
    void what_was_declared_is_due_a_day_later() {
        side.done(RECORD, "rep", lead, RepsSide.record("quote", "files", List.of(RepsSide.file("审批.png", "image/png", 'a'))));
        var uploads = new Uploads(side.office.store);

        assertEquals(List.of(), uploads.due(side.office.clock.now(), 10));
        side.office.clock.advance(Duration.ofHours(24));
        var due = uploads.due(side.office.clock.now(), 10);
        assertEquals(lead.id(), due.getFirst().lead());
        uploads.settle(due.getFirst());
        assertEquals(List.of(), uploads.due(side.office.clock.now(), 10));
    }

    @Test
    void evidence_opens_to_those_who_may_see_it_and_every_look_is_logged() {
        var id = side.proved(lead, "rep", "quote", "image").id();

        for (var who : List.of("rep", "manager", "auditor")) {
            assertInstanceOf(Answer.Elsewhere.class, side.ask(FILE, who, lead, null, "path.activity", id, "path.file", "f1"));
        }
        assertInstanceOf(Answer.Missing.class, side.ask(FILE, "rep2", lead, null, "path.activity", id, "path.file", "f1"));
        assertInstanceOf(Answer.Denied.class, side.ask(FILE, "marketing", lead, null, "path.activity", id, "path.file", "f1"));
        assertInstanceOf(Answer.Missing.class, side.ask(FILE, "rep", lead, null, "path.activity", id, "path.file", "f2"));
        assertEquals(3, side.office.telemetry.events().stream().filter("evidence-opened"::equals).count());
    }

    @Test
    void an_auditor_sees_that_something_was_recorded_and_none_of_its_words() {
        side.done(RECORD, "rep", lead, RepsSide.record("sample", "fields", Map.of("trackingNumber", "SF777"), "text", "客户很满意",
                "people", List.of(Map.of("name", "张伟", "role", "decider")), "files", List.of(RepsSide.file("客户名单.pdf", "application/pdf", 'a'))));

        var seen = Json.write(side.done(LIST, "auditor", lead, null));

        for (var word : List.of("SF777", "满意", "张伟", "名单", "看工厂", "发方案")) {
            assertFalse(seen.contains(word), word);
        }
        assertTrue(seen.contains("decider"));
    }

    @Test
    void three_refusals_turn_the_light_red_and_the_rep_is_told() {
        for (int i = 0; i < 2; i++) {
            assertNull(side.done(RECORD, "rep", lead, RepsSide.record("call", "result", "not-now")).get("advice"));
        }
        var third = side.done(RECORD, "rep", lead, RepsSide.record("call", "result", "not-now"));

        assertEquals("rejections", Doc.of(third).doc("advice").text("why"));
        var notice = Doc.of(side.office.queue.bodies(Queue.Channel.NOTICES).getLast()).doc("notice");
        assertEquals("advice:" + lead.id() + ":rejections:rep", notice.text("id"));
        assertEquals("rep", notice.text("recipient"));
    }

    @Test
    void two_postponed_decisions_turn_it_red_as_well() {
        side.done(RECORD, "rep", lead, RepsSide.record("call", "result", "postponed"));
        assertEquals("postponements", Doc.of(side.done(RECORD, "rep", lead, RepsSide.record("call", "result", "postponed"))).doc("advice").text("why"));
    }

    @Test
    void tags_are_combined_freely() {
        side.done(RECORD, "rep", lead, RepsSide.record("call", "text", "他们在比价，合同在法务"));
        side.done(RECORD, "rep", lead, RepsSide.record("call", "tags", List.of("contract")));

        var both = side.desk.answer(LIST, "rep", dev.leadkeeper.people.Office.ask("id=" + lead.id(), "?tags=contract,price-comparison"));

        assertEquals(1, ((List<?>) dev.leadkeeper.people.Office.read(both).get("items")).size());
    }

    @Test
    void wrong_files_are_named_one_by_one() {
        var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(RECORD, "rep", lead, RepsSide.record("proposal", "files", List.of(
                Map.of("name", "a", "type", "video/mp4", "bytes", 60_000_000L, "sha256", "x"), RepsSide.file("b", "image/png", 'b'), RepsSide.file("c", "image/png", 'b')))));

        assertEquals(List.of("files[0].type", "files[0].bytes", "files[0].sha256", "files[2].sha256"), wrong.flaws().stream().map(Flaw::field).toList());
    }

    @Test
    void a_text_can_be_read_without_being_stored() {
        var read = side.done("POST /texts/read", "rep", lead, Map.of("text", "王院长明天回复，预算50万，给他回扣", "day", "2026-11-18"));

        assertEquals("王院长明天回复，预算50万，给他***", read.get("masked"));
        assertEquals("2026-11-19", Doc.of(read).doc("reading").text("due"));
        assertEquals(List.of(), side.activities.of(lead.id()));
    }
}
