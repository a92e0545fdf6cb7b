package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Office;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineSheetTest {
    private final Office office = new Office();

    private static Doc sheet(Lead lead, Instant at) {
        return Doc.of(Json.readOwn(Json.write(DeadlineSheet.of(lead, at))));
    }

    private static String state(Lead lead, Duration after) {
        return sheet(lead, lead.assignedAt().plus(after)).text("state");
    }

    @Test
    void a_lead_that_waits_for_its_owner_is_on_time_at_risk_breached_and_red_from_the_very_moment() {
        var lead = office.watched("a", "rep");
        assertEquals("on-time", state(lead, Duration.ZERO));
        assertEquals("on-time", state(lead, Duration.ofHours(3).minusMillis(1)));
        assertEquals("at-risk", state(lead, Duration.ofHours(3)));
        assertEquals("at-risk", state(lead, Duration.ofHours(4).minusMillis(1)));
        assertEquals("breached", state(lead, Duration.ofHours(4)));
        assertEquals("breached", state(lead, Duration.ofHours(24).minusMillis(1)));
        assertEquals("red", state(lead, Duration.ofHours(24)));
    }

    @Test
    void an_owner_who_responded_met_the_lock_or_was_late_however_long_ago_that_is() {
        var lead = office.watched("a", "rep");
        var inTime = lead.but().contacted(lead.assignedAt().plus(Duration.ofHours(4)), "first-contact").done();
        var late = lead.but().contacted(lead.assignedAt().plus(Duration.ofHours(4)).plusMillis(1), "first-contact").done();
        assertEquals("met", state(inTime, Duration.ofDays(30)));
        assertEquals("met-late", state(late, Duration.ofDays(30)));
    }

    @Test
    void nothing_runs_on_a_lead_that_nobody_owns_or_that_has_ended() {
        assertEquals("none", sheet(office.waiting("a"), office.clock.now()).text("state"));
        assertEquals("none", sheet(office.nurturing("b"), office.clock.now()).text("state"));
        var won = office.watched("c", "rep").but().ended(Lead.WON).done();
        assertEquals("none", state(won, Duration.ofDays(3)));
        assertNull(sheet(won, office.clock.now()).map("next").get("at"));
    }

    @Test
    void it_says_what_comes_next_and_when() {
        var lead = office.watched("a", "rep");
        var sheet = sheet(lead, office.clock.now());
        assertEquals("remind", sheet.doc("next").text("action"));
        assertEquals(lead.assignedAt().plus(Duration.ofHours(3)), sheet.doc("next").instant("at"));
        assertEquals(sheet.instant("riskAt"), sheet.doc("next").instant("at"));
        assertEquals(lead.assignedAt().plus(Duration.ofHours(4)), sheet.instant("breachAt"));
        assertEquals(lead.assignedAt().plus(Duration.ofHours(24)), sheet.instant("redAt"));
        assertEquals(lead.assignedAt().plus(Duration.ofHours(48)), sheet.instant("recycleAt"));
        assertEquals(0L, sheet.number("round"));
    }

    @Test
    void a_list_shows_what_the_lead_itself_shows() {
        var lead = office.watched("a", "rep");
        office.clock.advance(Duration.ofHours(5));
        var listed = office.leads.held(dev.leadkeeper.codec.Holder.rep("rep"), true, 1, null).leads().getFirst();
        assertEquals(DeadlineSheet.of(lead, office.clock.now()), DeadlineSheet.of(listed, office.clock.now()));
        assertFalse(listed.watch().timers().isEmpty());
    }
}
