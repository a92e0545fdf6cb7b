package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    private static final EvidenceFile.Found SOUND = new EvidenceFile.Found("pdf", List.of(), List.of("duplicate"),
            Map.of("createdAt", "2026-11-01T00:00:00Z", "pages", 12L), "sha256/abc");
    private static final EvidenceFile.Found MACROS = new EvidenceFile.Found("presentation", List.of("macros"), List.of(), Map.of(), null);

    private final World world = new World();
    private Lead lead;

    @BeforeEach
    void a_rep_owns_a_lead() {
        world.hire("lin", 8);
        lead = world.owned("a", "lin");
    }

    private Activity recorded() {
        var activity = world.activity(lead, "k", "{}", world.file(lead, "k", "f1"), world.file(lead, "k", "f2"));
        return assertInstanceOf(Activities.Recorded.Done.class, world.activities.record(lead, activity, "first-contact")).activity();
    }

    private List<String> events() {
        return world.timelines.of(lead.id()).stream().map(TimelineEvent::type).toList();
    }

    @Test
    void an_activity_survives_storage() {
        var activity = recorded();

        assertEquals(activity, world.activities.find(lead.id(), activity.id()).orElseThrow());
        var judged = activity.with(activity.files().get("f1").checking("v1", world.clock.now()).judged(State.VALID, SOUND, world.clock.now()))
                .believed(Map.of("total", 80L)).reviewed(Map.of("verdict", "accepted"));
        assertEquals(judged, ActivityCodec.fromDoc(Doc.of(ActivityCodec.toDoc(judged))));
    }

    @Test
    void the_first_activity_stops_the_clock_and_frees_room_in_one_transaction() {
        assertEquals(1, world.staff.find("lin").orElseThrow().ledger().open());
        world.clock.advance(Duration.ofMinutes(20));

        recorded();

        var now = world.leads.find(lead.id()).orElseThrow();
        assertEquals(world.clock.now(), now.contactedAt());
        assertEquals("first-contact", now.stage());
        assertEquals(lead.revision() + 1, now.revision());
        assertEquals(0, world.staff.find("lin").orElseThrow().ledger().open());
        assertEquals(1, world.staff.find("lin").orElseThrow().ledger().owned());
    }

    @Test
    void a_second_activity_frees_no_more_room() {
        recorded();
        var now = world.leads.find(lead.id()).orElseThrow();

        world.activities.record(now, world.activity(now, "other", "{}"), "first-contact");

        assertEquals(0, world.staff.find("lin").orElseThrow().ledger().open());
        assertEquals(now.contactedAt(), world.leads.find(lead.id()).orElseThrow().contactedAt());
    }

    @Test
    void a_record_by_a_clock_that_is_behind_sets_nobodys_last_activity_back() {
        recorded();
        var latest = world.clock.now();
        world.clock.set(latest.minusSeconds(3));
        var now = world.leads.find(lead.id()).orElseThrow();

        world.activities.record(now, world.activity(now, "by another clock", "{}"), "first-contact");

        assertEquals(latest, world.leads.find(lead.id()).orElseThrow().watch().actedAt());
        world.clock.set(latest.plusSeconds(1));
        now = world.leads.find(lead.id()).orElseThrow();
        world.activities.record(now, world.activity(now, "later", "{}"), "first-contact");
        assertEquals(latest.plusSeconds(1), world.leads.find(lead.id()).orElseThrow().watch().actedAt());
    }

    @Test
    void the_same_request_twice_is_recorded_once() {
        var first = recorded();
        var now = world.leads.find(lead.id()).orElseThrow();

        var again = assertInstanceOf(Activities.Recorded.Before.class, world.activities.record(now, world.activity(now, "k", "{}"), "x"));

        assertEquals(first, again.activity());
        assertEquals(List.of("scored", "assigned", "activity-recorded"), events());
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_shows_what_stands() {
        var first = recorded();
        var now = world.leads.find(lead.id()).orElseThrow();

        var another = assertInstanceOf(Activities.Recorded.Another.class,
                world.activities.record(now, world.activity(now, "k", "{\"other\":1}"), "x"));

        assertEquals(first, another.activity());
    }

    @Test
    void a_lead_that_moved_meanwhile_is_looked_at_again() {
        recorded();

        assertInstanceOf(Activities.Recorded.LeadChanged.class, world.activities.record(lead, world.activity(lead, "late", "{}"), "x"));
    }

    @Test
    void the_timeline_holds_no_word_of_what_was_said() {
        recorded();

        var data = Json.write(world.timelines.of(lead.id()).getLast().data());
        for (var personal : List.of("张总", "方案", "预算", "工厂", "SF1", World.hash("f1"), World.hash("{}"))) {
            assertFalse(data.contains(personal), data);
        }
    }

    @Test
    void a_file_gets_one_verdict_which_stands_on_the_timeline_once() {
        var id = recorded().id();
        var before = world.leads.find(lead.id()).orElseThrow();
        world.verdicts.checking(lead.id(), id, "f1", "v1");

        assertInstanceOf(FileVerdicts.Moved.Done.class, world.verdicts.verdict(lead.id(), id, "f1", "v1", State.VALID, SOUND));
        assertInstanceOf(FileVerdicts.Moved.Done.class, world.verdicts.verdict(lead.id(), id, "f1", "v1", State.VALID, SOUND));
        assertInstanceOf(FileVerdicts.Moved.Elsewhere.class, world.verdicts.verdict(lead.id(), id, "f1", "v1", State.REJECTED, MACROS));
        assertInstanceOf(FileVerdicts.Moved.Elsewhere.class, world.verdicts.checking(lead.id(), id, "f1", "v2"));
        assertInstanceOf(FileVerdicts.Moved.Elsewhere.class, world.verdicts.expired(lead.id(), id, "f1"));

        var file = world.activities.find(lead.id(), id).orElseThrow().files().get("f1");
        assertEquals(State.VALID, file.state());
        assertEquals(SOUND, file.found());
        assertEquals(List.of("scored", "assigned", "activity-recorded", "evidence-valid"), events());
        assertEquals(before.revision(), world.leads.find(lead.id()).orElseThrow().revision());
        assertTrue(world.leads.find(lead.id()).orElseThrow().ver() > before.ver());
    }

    @Test
    void the_verdict_on_an_object_that_was_overwritten_is_worth_nothing() {
        var id = recorded().id();
        world.verdicts.checking(lead.id(), id, "f1", "v1");
        world.verdicts.checking(lead.id(), id, "f1", "v2");

        var late = assertInstanceOf(FileVerdicts.Moved.Elsewhere.class, world.verdicts.verdict(lead.id(), id, "f1", "v1", State.VALID, SOUND));

        assertEquals(State.CHECKING, late.file().state());
        assertEquals("v2", late.file().mark());
        assertInstanceOf(FileVerdicts.Moved.Done.class, world.verdicts.verdict(lead.id(), id, "f1", "v2", State.REJECTED, MACROS));
        assertEquals("evidence-rejected", events().getLast());
    }

    @Test
    void a_file_that_arrived_does_not_expire_and_one_that_did_not_does_so_once() {
        var id = recorded().id();
        world.verdicts.checking(lead.id(), id, "f1", "v1");

        assertInstanceOf(FileVerdicts.Moved.Elsewhere.class, world.verdicts.expired(lead.id(), id, "f1"));
        assertInstanceOf(FileVerdicts.Moved.Done.class, world.verdicts.expired(lead.id(), id, "f2"));
        assertInstanceOf(FileVerdicts.Moved.Done.class, world.verdicts.expired(lead.id(), id, "f2"));
        assertInstanceOf(FileVerdicts.Moved.Unknown.class, world.verdicts.expired(lead.id(), id, "f9"));
        assertInstanceOf(FileVerdicts.Moved.Unknown.class, world.verdicts.expired(lead.id(), "none", "f1"));
        assertEquals(1, events().stream().filter("upload-expired"::equals).count());
    }

    @Test
    void an_opportunity_that_ended_counts_in_nobodys_leads() {
        var ended = world.endings.end(lead, Lead.LOST, "no-budget", "lin").orElseThrow();

        var ledger = world.staff.find("lin").orElseThrow().ledger();
        assertEquals(0, ledger.open());
        assertEquals(0, ledger.owned());
        assertNull(ended.contactedAt());
        assertEquals(List.of(), world.leads.held(Holder.rep("lin"), false, 10, null).leads());
        assertEquals(1, world.leads.held(Holder.ended("lin"), false, 10, null).leads().size());
        assertEquals("ended", events().getLast());
        assertTrue(world.endings.end(lead, Lead.WON, null, "lin").isEmpty(), "as it was seen before");
        assertThrows(IllegalArgumentException.class, () -> world.endings.end(ended, Lead.WON, null, "lin"));
    }

    @Test
    void an_activity_after_the_end_leaves_the_counters_alone() {
        var ended = world.endings.end(lead, Lead.LOST, null, "lin").orElseThrow();

        world.activities.record(ended, world.activity(ended, "after", "{}"), "first-contact");

        assertEquals(0, world.staff.find("lin").orElseThrow().ledger().open());
    }

    @Test
    void a_stage_moves_once_from_where_it_was_seen() {
        recorded();
        var now = world.leads.find(lead.id()).orElseThrow();

        assertEquals("analysis", world.stages.move(now, "analysis", "lin", List.of("x")).orElseThrow().stage());
        assertTrue(world.stages.move(now, "demo", "lin", List.of()).isEmpty());
        assertEquals("stage-moved", events().getLast());
    }
}
