package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.workbench.Workbench;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose leads and notices each role sees on the board, in the list of silent customers and among the notices, and what of the
 * customers (RI1, RI5). A lead of {@code rep}, who is in the manager's group, one of {@code rep2}, who is in another, one in a pool.
 */
class WhoSeesWhomTest {
    /** Of every customer of the office: name, phone, address. A company alone reaches nobody. */
    private static final List<String> PERSONAL = List.of("张伟", "13812345678", "zhangwei@example.com");

    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff, Workbench.routes(office.store, office.files, office.clock));
    private final Map<String, String> leads;

    WhoSeesWhomTest() {
        var other = office.staff.find("rep2").orElseThrow();
        office.staff.save(new Staff(other.id(), other.name(), other.role(), Set.of("west"), other.status(), true, other.skills(), other.industries(), other.regions(),
                other.sizes(), other.weight(), other.cap(), null, null, null, List.of(), other.figures(), other.channels(), other.ledger()));
        leads = Map.of(office.watched("own", "rep").id(), "rep", office.watched("other", "rep2").id(), "rep2", office.nurturing("pool").id(), "pool");
        for (var recipient : List.of("rep", "rep2", "manager", "marketing", "service", "admin", "auditor")) {
            new HeldNotices(office.store).hold(new HeldNotices.Held(new Notice("to-" + recipient, "new-lead", recipient, "lead", new Sentence("题", "title"),
                    new Sentence("张伟 13812345678", "张伟 13812345678"), "trace"), office.clock.now(), HeldNotices.Why.DIGEST, office.clock.now(), Map.of()));
        }
        office.clock.advance(Duration.ofDays(31));
    }

    /** Whose leads stand in an answer. The id of a customer's first lead is that of the customer, too. */
    private Set<String> whose(String text) {
        var found = new TreeSet<String>();
        leads.forEach((lead, owner) -> {
            if (text.startsWith("{") ? text.contains("\"id\":\"" + lead) || text.contains("\"lead\":\"" + lead) : text.contains(lead)) {
                found.add(owner);
            }
        });
        return found;
    }

    private static Set<String> names(String listed) {
        return listed == null ? Set.of() : new TreeSet<>(Arrays.asList(listed.split(" ")));
    }

    private static String shown(Answer answer) {
        return answer instanceof Answer.Table table ? table.csv() : Json.write(Office.read(answer));
    }

    private static void assertCustomers(String text, boolean asTheyAre) {
        PERSONAL.forEach(each -> assertFalse(!asTheyAre && text.contains(each), each));
        assertTrue(!asTheyAre || text.contains(PERSONAL.getFirst()));
    }

    @ParameterizedTest(name = "{0} sees the silent customers of {1}")
    @CsvSource({"rep, rep, true", "rep2, rep2, true", "manager, pool rep rep2, true", "admin, pool rep rep2, true", "auditor, pool rep rep2, false",
            "marketing, pool, false"})
    void of_silent_customers(String role, String owners, boolean asTheyAre) {
        for (var format : List.of("json", "csv")) {
            var text = shown(desk.answer("GET /silent", role, Office.ask("?format=" + format)));
            assertEquals(names(owners), whose(text), format);
            assertCustomers(text, asTheyAre);
        }
    }

    @ParameterizedTest(name = "{0} sees on the board the leads of {1}")
    @CsvSource({"rep, rep, true", "rep2, rep2, true", "manager, rep, true", "admin, rep rep2, true", "auditor, rep rep2, false"})
    void of_leads_that_wait_too_long(String role, String owners, boolean asTheyAre) {
        var text = shown(desk.answer("GET /board", role, Office.ask()));
        assertEquals(names(owners), whose(text));
        assertCustomers(text, asTheyAre);
    }

    @Test
    void who_has_no_business_with_leads_is_denied_both() {
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /silent", "service", Office.ask()));
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /board", "service", Office.ask()));
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /board", "marketing", Office.ask()));
    }

    @ParameterizedTest(name = "{0} sees the notices to {1}")
    @CsvSource({"rep, rep", "rep2, rep2", "marketing, marketing", "service, service", "manager, rep rep2 manager marketing service admin auditor",
            "admin, rep rep2 manager marketing service admin auditor", "auditor, rep rep2 manager marketing service admin auditor"})
    void of_notices_that_wait(String role, String recipients) {
        var answer = Office.read(desk.answer("GET /notices", role, Office.ask("?state=deferred")));
        var found = new TreeSet<String>();
        ((List<?>) answer.get("items")).forEach(each -> found.add((String) ((Map<?, ?>) each).get("recipient")));
        assertEquals(names(recipients), found);
        assertCustomers(Json.write(answer), false);
    }

    @Test
    void the_titles_that_lists_of_notices_show_name_no_customer() {
        var pipeline = new Pipeline();
        for (int i = 0; i < 3; i++) {
            pipeline.post("lead-" + i, Pipeline.facts("+861391234500" + i));
            pipeline.run();
            pipeline.clock.advance(Duration.ofDays(5));
            pipeline.useCases.sweepDue().sweep();
            pipeline.run();
        }
        assertTrue(pipeline.told.values().stream().map(each -> each.get("kind")).collect(java.util.stream.Collectors.toSet())
                .containsAll(Set.of("new-lead", "breached", "recycled")), pipeline.told.keySet().toString());
        for (var notice : pipeline.told.values()) {
            var title = Json.write(notice.get("title"));
            List.of("张先生", "某某公司", "1391234500").forEach(each -> assertFalse(title.contains(each), title));
        }
    }
}
