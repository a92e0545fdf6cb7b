package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.people.Office;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeighedTest {
    private final RepsSide side = new RepsSide();

    private Doc seen(String lead, String activity) {
        var ask = Office.ask("id=" + lead, "activity=" + activity);
        return Doc.of(Office.read(side.desk.answer("GET /leads/{id}/activities/{activity}", "rep", ask)));
    }

    @Test
    void a_rep_sees_how_far_a_record_is_believed_and_what_a_supervisor_decided() {
        var lead = side.office.assigned("a", "rep");
        var body = RepsSide.record("proposal", "files", List.of(RepsSide.file("a", "application/pdf", 'a')), "happenedAt", "2026-11-17T02:00:00Z");
        var id = (String) side.done("POST /leads/{id}/activities", "rep", lead, body, "idempotency-key", "k").get("id");
        assertTrue(seen(lead.id(), id).doc("credibility").flag("pending"));

        side.judge(lead, id, "f1", EvidenceFile.State.REJECTED, "pdf");
        side.done("POST /leads/{id}/activities", "rep", lead, body, "idempotency-key", "k");
        assertTrue(seen(lead.id(), id).doc("credibility").flag("waits"));

        var review = Office.with(Office.ask("id=" + lead.id() + "-" + id), "{\"decision\":\"reject\",\"reason\":\"evidence-missing\"}");
        Office.read(side.desk.answer("POST /reviews/{id}", "manager", review));

        assertFalse(seen(lead.id(), id).flag("counts"));
        assertEquals("rejected", seen(lead.id(), id).doc("review").text("verdict"));
        assertEquals(List.of(), new ReviewQueue(side.office.store).page(10, null).entries());
    }

    @Test
    void a_stage_cannot_rest_on_what_was_rejected() {
        var lead = side.office.assigned("a", "rep");
        var contact = side.proved(lead, "rep", "first-contact", "image");
        side.activities.change(lead.id(), contact.id(), now -> java.util.Optional.of(now.reviewed(Map.of("verdict", "rejected", "reason", "other",
                "by", "manager", "at", "2026-11-22T02:00:00Z", "total", 50L))));

        var answer = side.ask("POST /leads/{id}/stage", "rep", lead, Map.of("stage", "analysis"), "if-match", "\"" + side.now(lead).revision() + "\"");

        assertTrue(answer instanceof dev.leadkeeper.people.Answer.Refused, answer.toString());
    }
}
