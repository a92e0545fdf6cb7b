package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no client of good will sends. */
class HostileRequestsTest {
    private final RepsSide side = new RepsSide();
    private final Lead lead = side.office.assigned("a", "rep");

    /** Keys of a database have a longest length, beyond which it answers with a fault. */
    @Test
    void what_can_be_no_id_is_not_even_looked_up() {
        var office = side.office;
        for (var route : List.of("POST /leads/{id}/contacted", "POST /leads/{id}/activities", "GET /leads/{id}/activities", "GET /leads/{id}/activities/{activity}",
                "POST /leads/{id}/stage", "POST /leads/{id}/outcome")) {
            var dead = new Crashes(1, false);
            var asleep = new Followup.Ground(route.contains("contacted") ? dead.around(Store.class, office.store) : office.store,
                    dead.around(Queue.class, office.queue), office.secrets, () -> office.quarantine, () -> office.vault, office.clock, office.ids, office.telemetry);
            var body = new HashMap<String, Object>(route.contains("contacted") ? Map.of("channel", "phone") : RepsSide.record("call"));
            var ask = Office.headed(Office.with(Office.ask("id=" + "a".repeat(5000), "activity=x"), Json.write(route.endsWith("stage") ? Map.of("stage", "analysis")
                    : route.endsWith("outcome") ? Map.of("outcome", "won") : body)), "if-match", "\"1\"");
            assertInstanceOf(Answer.Missing.class, new Desk(office.staff, Followup.routes(asleep)).answer(route, "rep", ask), route);
        }
    }

    @Test
    void days_and_times_that_nobody_means_are_named() {
        for (var day : List.of("+999999999-12-31", "-999999999-01-01", "0001-01-01", "2200-01-01")) {
            assertEquals("promiseBy", flaw("POST /leads/{id}/activities", RepsSide.record("call", "promiseBy", day)), day);
            assertEquals("day", flaw("POST /texts/read", Map.of("text", "明年", "day", day)), day);
        }
        for (var at : List.of("-1000000000-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z", "1999-12-31T23:59:59Z")) {
            assertEquals("happenedAt", flaw("POST /leads/{id}/activities", RepsSide.record("call", "happenedAt", at)), at);
            assertEquals("at", flaw("POST /leads/{id}/contacted", Map.of("channel", "phone", "at", at)), at);
        }
    }

    @Test
    void a_file_has_a_name_that_shows_what_it_is() {
        for (var name : List.of("../../方案.pdf", "C:\\方案.pdf", "\u202Efdp.exe", "方\u2066案.pdf", "方案\n.pdf", "\u0000.pdf")) {
            assertEquals("files[0].name", flaw("POST /leads/{id}/activities", RepsSide.record("call", "files",
                    List.of(RepsSide.file(name, "application/pdf", 'a')))), name);
        }
        side.done("POST /leads/{id}/activities", "rep", lead, RepsSide.record("call", "files", List.of(RepsSide.file("😀 方案（终稿）.pdf", "application/pdf", 'a'))));
    }

    private String flaw(String route, Map<String, Object> body) {
        var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(route, "rep", lead, body));
        return wrong.flaws().getFirst().field();
    }
}
