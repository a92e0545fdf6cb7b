package dev.leadkeeper.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.evidence.check.Corpora;
import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlaggedAndScannedTest {
    private static final String PDF = "application/pdf";
    private static final byte[] PROPOSAL = Corpora.file("one page");

    private final Desk desk = new Desk();

    private Activity proposal(String key, String rep, byte[] content) {
        return desk.records(desk.lead(key, rep), "proposal", "方案.pdf", PDF, content);
    }

    @Test
    void the_same_content_on_another_lead_is_flagged_once_to_the_manager() {
        var first = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(first, PROPOSAL);
        desk.judge().handle(desk.arrived(first));
        desk.later(Duration.ofHours(1));
        var second = proposal("bb", "li-wei", PROPOSAL);
        desk.uploads(second, PROPOSAL);
        desk.judge().handle(desk.arrived(second));

        assertEquals(List.of(), desk.file(first).found().flags());
        assertEquals(List.of(EvidenceFile.DUPLICATE), desk.file(second).found().flags());
        assertEquals(List.of(first.lead()), desk.file(second).found().hints().get(Consequences.USED_BEFORE));
        assertTrue(!desk.notices("evidence-duplicate").isEmpty());
        assertTrue(desk.notices("evidence-duplicate").stream().noneMatch(notice -> "li-wei".equals(notice.get("recipient"))));
    }

    @Test
    void the_same_content_twice_on_one_lead_is_nothing_special() {
        var lead = desk.lead("a", "chen-jing");
        var first = desk.records(lead, "proposal", "方案.pdf", PDF, PROPOSAL);
        desk.uploads(first, PROPOSAL);
        desk.judge().handle(desk.arrived(first));
        var second = desk.records(lead, "demo", "方案.pdf", PDF, PROPOSAL);
        desk.uploads(second, PROPOSAL);
        desk.judge().handle(desk.arrived(second));

        assertEquals(List.of(), desk.file(second).found().flags());
    }

    @Test
    void a_proposal_that_was_saved_before_the_requirement_does_not_count_and_the_rep_learns_why() {
        var lead = desk.lead("a", "chen-jing");
        var requirement = Corpora.pdf("D:20261122080000Z", 1);
        var first = desk.records(lead, "requirement", "需求.pdf", PDF, requirement);
        desk.uploads(first, requirement);
        desk.judge().handle(desk.arrived(first));
        desk.later(Duration.ofDays(1));
        var old = Corpora.pdf("D:20251001080000+08'00'", 2);
        var second = desk.records(lead, "proposal", "方案.pdf", PDF, old);
        desk.uploads(second, old);
        desk.judge().handle(desk.arrived(second));

        var file = desk.file(second);
        assertEquals(State.VALID, file.state());
        assertEquals(List.of(EvidenceFile.TOO_OLD), file.found().flags());
        assertEquals("metadata", file.found().hints().get(Consequences.OLDER_BY));
        assertEquals("2025-10-01T00:00:00Z", file.found().hints().get(Consequences.OLDER_MADE));
        assertTrue(desk.notices("evidence-too-old").getFirst().toString().contains("2025-10-01 08:00"));
    }

    @Test
    void a_proposal_that_was_saved_after_the_requirement_counts() {
        var lead = desk.lead("a", "chen-jing");
        var requirement = Corpora.pdf("D:20261101080000Z", 1);
        var first = desk.records(lead, "requirement", "需求.pdf", PDF, requirement);
        desk.uploads(first, requirement);
        desk.judge().handle(desk.arrived(first));
        var fresh = Corpora.pdf("D:20261122100000+08'00'", 2);
        var second = desk.records(lead, "proposal", "方案.pdf", PDF, fresh);
        desk.uploads(second, fresh);
        desk.judge().handle(desk.arrived(second));

        assertEquals(List.of(), desk.file(second).found().flags());
    }

    @Test
    void a_verdict_waits_for_the_scan_where_there_is_one_whichever_comes_first() {
        for (var scanFirst : List.of(true, false)) {
            var one = new Desk();
            var activity = one.records(one.lead("a", "chen-jing"), "proposal", "方案.pdf", PDF, PROPOSAL);
            var seen = one.uploads(activity, PROPOSAL);
            var scanned = new News.Scanned(seen.key(), Place.mark(seen), "NO_THREATS_FOUND");
            var judge = one.judge(Crashes.NONE, true);
            if (scanFirst) {
                judge.handle(scanned);
                assertEquals(State.VALID, one.file(activity).state());
            }
            judge.handle(one.arrived(activity));
            if (!scanFirst) {
                assertEquals(State.CHECKING, one.file(activity).state());
                judge.handle(scanned);
            }
            assertEquals(State.VALID, one.file(activity).state());
            assertEquals(List.of("valid"), one.judged);
        }
    }

    @Test
    void the_scan_of_what_was_replaced_says_nothing_of_what_is_there_now() {
        var activity = desk.records(desk.lead("a", "chen-jing"), "proposal", "方案.pdf", PDF, PROPOSAL);
        var before = desk.uploads(activity, "else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        desk.uploads(activity, PROPOSAL);
        var judge = desk.judge(Crashes.NONE, true);
        judge.handle(new News.Scanned(before.key(), Place.mark(before), "NO_THREATS_FOUND"));
        judge.handle(desk.arrived(activity));
        assertEquals(State.CHECKING, desk.file(activity).state());
        assertEquals(List.of(), desk.judged);
    }

    @Test
    void what_the_scan_found_is_rejected_and_what_it_could_not_open_is_flagged() {
        for (var status : List.of("THREATS_FOUND", "UNSUPPORTED")) {
            var one = new Desk();
            var activity = one.records(one.lead("a", "chen-jing"), "proposal", "方案.pdf", PDF, PROPOSAL);
            var seen = one.uploads(activity, PROPOSAL);
            one.judge(Crashes.NONE, true).handle(new News.Scanned(seen.key(), Place.mark(seen), status));

            var found = one.file(activity).found();
            assertEquals(status.equals("THREATS_FOUND") ? List.of("malware") : List.of(), found.reasons());
            assertEquals(status.equals("THREATS_FOUND") ? List.of() : List.of("unscanned"), found.flags());
        }
    }
}
