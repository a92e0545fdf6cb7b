package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormReader;
import dev.leadkeeper.form.PostReader;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Documents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayAttentionTest {
    private static final String POST = "{\"entries\":[{\"nr\":1,\"tel\":\"13912340001\"},{\"nr\":2,\"tel\":\"13912340002\"}]}";

    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff,
            Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids));
    private final Documents documents = new Documents(office.store);

    private Answer replay(String id) {
        return desk.answer("POST /attention/{id}/replay", "marketing", Office.ask("id=" + id));
    }

    /** Stores the form {@code demo}. */
    private FormDefinition form(String leads, String phone, String key) {
        var doc = Json.readOwn("{\"id\":\"demo\",\"verification\":{\"scheme\":\"standard-webhooks\"},\"match\":\"declared\",\"leads\":\""
                + leads + "\",\"key\":\"" + key + "\",\"fields\":{\"phone\":{\"names\":[\"" + phone + "\"]}}}");
        var seen = documents.find("form", "demo").map(Documents.Document::version).orElse(0L);
        documents.save("form", "demo", seen, doc);
        return assertInstanceOf(FormDefinition.class, FormReader.read(doc));
    }

    /** What intake and scoring do with a body. */
    private List<String> receive(FormDefinition form, String body) {
        var raw = body.getBytes(StandardCharsets.UTF_8);
        var submissions = PostReader.read(form, "application/json", raw, null, office.clock.now(), "trace", false);
        return take(new Post("demo", office.clock.now(), "application/json", raw, submissions));
    }

    private List<String> take(Post post) {
        return post.submissions().stream().map(each -> office.deliveries.take(each, post, (facts, earlier) ->
                new Deliveries.Scored(Priority.NORMAL, new Score("7", 50, List.of()), "middle")).lead().id()).toList();
    }

    /** What scoring does with what was sent. */
    private void settle() {
        office.queue.take(Queue.Channel.LEADS_RECEIVED).forEach(message -> take(PostCodec.fromDoc(Doc.of(message))));
    }

    private LeadState state(String id) {
        return office.leads.find(id).orElseThrow().state();
    }

    @Test
    void after_the_mapping_was_mended_the_entry_itself_becomes_a_lead() {
        var id = receive(form("@", "phone", "nr"), "{\"nr\":1,\"tel\":\"13912340001\"}").getFirst();
        assertEquals(LeadState.ATTENTION, state(id));
        form("@", "tel", "nr");
        var answer = Office.read(replay(id));
        assertEquals(Map.of("leads", List.of(id), "attention", List.of()), answer);
        settle();
        assertEquals(LeadState.SCORED, state(id));
        assertEquals("replayed", office.timelines.of(id).getLast().type());
        var lead = office.leads.find(id).orElseThrow();
        assertEquals("+8613912340001", office.details.find(id, lead.details()).orElseThrow().facts().contact().phone());
    }

    @Test
    void an_entry_that_becomes_other_leads_leaves_the_list_and_names_them() {
        var id = receive(form("items", "tel", "nr"), POST).getFirst();
        form("entries", "tel", "nr");
        var leads = Doc.of(Office.read(replay(id))).texts("leads");
        assertEquals(2, leads.size());
        assertEquals(LeadState.RESOLVED, state(id));
        var event = office.timelines.of(id).getLast();
        assertEquals("replayed", event.type());
        assertEquals("marketing", event.by());
        assertEquals(leads, event.data().get("leads"));
        settle();
        leads.forEach(lead -> assertEquals(LeadState.SCORED, state(lead)));
    }

    @Test
    void replaying_twice_doubles_nothing_and_answers_the_same() {
        var id = receive(form("items", "tel", "nr"), POST).getFirst();
        form("entries", "tel", "nr");
        var first = Office.read(replay(id));
        settle();
        assertEquals(first, Office.read(replay(id)));
        assertEquals(List.of(), office.queue.bodies(Queue.Channel.LEADS_RECEIVED));
    }

    @Test
    void a_crash_between_sending_and_resolving_is_mended_by_a_repeat() {
        var id = receive(form("items", "tel", "nr"), POST).getFirst();
        form("entries", "tel", "nr");
        office.store.hold(Key.of(Table.LEADS, id));
        org.junit.jupiter.api.Assertions.assertThrows(dev.leadkeeper.port.Store.Fault.class, () -> replay(id));
        settle();
        office.store.release(Key.of(Table.LEADS, id));
        var leads = Doc.of(Office.read(replay(id))).texts("leads");
        settle();
        assertEquals(LeadState.RESOLVED, state(id));
        leads.forEach(lead -> assertEquals(1, office.timelines.of(lead).size()));
    }

    @Test
    void an_entry_whose_mapping_is_still_wrong_stays_on_the_list() {
        var id = receive(form("@", "phone", "nr"), "{\"nr\":1,\"tel\":\"13912340001\"}").getFirst();
        assertEquals(Map.of("leads", List.of(), "attention", List.of(id)), Office.read(replay(id)));
        settle();
        assertEquals(LeadState.ATTENTION, state(id));
    }

    @Test
    void an_entry_that_was_replayed_in_vain_becomes_a_lead_once_the_mapping_is_mended() {
        var id = receive(form("@", "phone", "nr"), "{\"nr\":1,\"tel\":\"13912340001\"}").getFirst();
        replay(id);
        settle();
        form("@", "tel", "nr");
        replay(id);
        settle();
        assertEquals(LeadState.SCORED, state(id));
    }

    @Test
    void a_post_that_its_sender_repeats_after_it_was_replayed_changes_nothing() {
        var id = receive(form("items", "tel", "nr"), POST).getFirst();
        var mended = form("entries", "tel", "nr");
        var leads = Doc.of(Office.read(replay(id))).texts("leads");
        settle();
        assertEquals(leads, receive(mended, POST));
        leads.forEach(lead -> assertEquals(1, office.timelines.of(lead).size()));
    }

    @Test
    void a_lead_is_not_replayed() {
        var refused = assertInstanceOf(Answer.Refused.class, replay(office.waiting("one").id()));
        assertEquals("waiting", refused.more().get("state"));
        assertEquals(new Answer.Missing("attention entry"), replay("a".repeat(26)));
        assertEquals(new Answer.Missing("attention entry"), replay("x"));
    }

    @Test
    void without_form_or_post_there_is_nothing_to_replay() {
        var lead = office.attention("one");
        assertInstanceOf(Answer.Refused.class, replay(lead.id()));
        documents.save("form", "demo", 0, Map.of("id", "demo"));
        var broken = assertInstanceOf(Answer.Refused.class, replay(lead.id()));
        assertNotEquals(List.of(), broken.more().get("problems"));
        form("@", "tel", "nr");
        office.store.write(new Write.Delete(Details.key(lead.id(), lead.details()), Condition.NONE));
        assertInstanceOf(Answer.Refused.class, replay(lead.id()));
        assertEquals(List.of(), office.queue.sent());
    }
}
