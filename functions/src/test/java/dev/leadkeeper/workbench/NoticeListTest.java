package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeListTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff, Workbench.routes(office.store, office.files, office.clock));

    private static Notice notice(String id, String recipient) {
        return new Notice(id, "advice", recipient, "lead", new Sentence("题", "title"), new Sentence("文", "text"), "trace");
    }

    private void held(String id, String recipient) {
        new HeldNotices(office.store).hold(new HeldNotices.Held(notice(id, recipient), office.clock.now(), HeldNotices.Why.DIGEST,
                office.clock.now().plusSeconds(60), Map.of()));
    }

    private void open(OpenNotices.State state, String id, String recipient) {
        new OpenNotices(office.store).list(state, OpenNotices.Open.of(notice(id, recipient), office.clock.now(), "room", office.clock.now(),
                "wecom", List.of("boss")), office.clock.now());
    }

    private List<String> ids(String staff, String... parameters) {
        return Doc.of(Office.read(desk.answer("GET /notices", staff, Office.ask(parameters)))).list("items", each -> Doc.ofValue(each).required("id"));
    }

    @Test
    void everybody_sees_their_own_and_managers_everybodys_or_one_persons() {
        held("n1", "rep");
        held("n2", "rep2");
        assertEquals(List.of("n1"), ids("rep", "?state=deferred"));
        assertEquals(List.of("n1", "n2"), ids("manager", "?state=deferred"));
        assertEquals(List.of("n2"), ids("manager", "?state=deferred", "?staff=rep2"));
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /notices", "rep", Office.ask("?state=deferred", "?staff=rep2")));
    }

    @Test
    void each_state_is_a_list_of_its_own_that_says_what_a_notice_waits_for() {
        open(OpenNotices.State.PENDING, "p", "rep");
        open(OpenNotices.State.UNDELIVERED, "u", "rep");
        held("d", "rep");
        assertEquals(List.of("p"), ids("rep", "?state=pending"));
        assertEquals(List.of("u"), ids("rep", "?state=undelivered"));
        var item = Doc.of(Office.read(desk.answer("GET /notices", "rep", Office.ask("?state=deferred")))).list("items", Doc::ofValue).getFirst();
        assertEquals("digest", item.text("waitsFor"));
        assertEquals(office.clock.now().plusSeconds(60), item.instant("at"));
        assertNull(item.text("channel"));
    }

    @Test
    void pages_follow_on_one_another_and_a_cursor_of_another_list_is_refused() {
        for (int i = 0; i < 5; i++) {
            held("n" + i, "rep");
        }
        var first = Doc.of(Office.read(desk.answer("GET /notices", "manager", Office.ask("?state=deferred", "?limit=3"))));
        assertEquals(2, ids("manager", "?state=deferred", "?limit=3", "?cursor=" + first.required("next")).size());
        assertInstanceOf(Answer.Wrong.class, desk.answer("GET /notices", "manager", Office.ask("?state=pending", "?cursor=" + first.required("next"))));
    }

    @Test
    void a_state_that_does_not_exist_is_named() {
        var wrong = assertInstanceOf(Answer.Wrong.class, desk.answer("GET /notices", "rep", Office.ask("?state=lost")));
        assertEquals("query.state", wrong.flaws().getFirst().field());
    }
}
