package dev.leadkeeper.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.evidence.check.Corpora;
import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeUploadTest {
    private static final String PDF = "application/pdf";
    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final byte[] PROPOSAL = Corpora.file("one page");
    private static final byte[] MACROS = Corpora.file("a deck with macros, renamed");

    private final Desk desk = new Desk();

    private Activity proposal(String key, String rep, byte[] content) {
        return desk.records(desk.lead(key, rep), "proposal", "方案.pdf", PDF, content);
    }

    @Test
    void what_is_valid_lies_in_the_vault_and_no_longer_in_the_quarantine() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);

        desk.judge().handle(desk.arrived(activity));

        var file = desk.file(activity);
        assertEquals(State.VALID, file.state());
        assertEquals("pdf", file.found().kind());
        assertEquals("sha256/" + Corpora.sha256(PROPOSAL), file.found().vault());
        assertEquals(1L, file.found().hints().get("pages"));
        assertEquals("2026-11-22T02:00:00Z", file.found().hints().get(Order.STORED_AT));
        assertArrayEquals(PROPOSAL, desk.vault.content(Corpora.sha256(PROPOSAL)).orElseThrow());
        assertEquals(List.of(), desk.quarantine.keys());
        assertEquals(1, desk.events(activity, "evidence-valid"));
    }

    @Test
    void what_is_rejected_is_told_to_the_rep_in_both_languages_and_not_kept() {
        var activity = desk.records(desk.lead("a", "chen-jing"), "proposal", "方案.pptx", PPTX, MACROS);
        desk.uploads(activity, MACROS);

        desk.judge().handle(desk.arrived(activity));

        assertEquals(State.REJECTED, desk.file(activity).state());
        assertEquals(List.of("macros"), desk.file(activity).found().reasons());
        assertEquals(Set.of(), desk.vault.kept().keySet());
        assertEquals(List.of(), desk.quarantine.keys());
        var notice = desk.notices("evidence-rejected").getFirst();
        assertEquals("chen-jing", notice.get("recipient"));
        var text = (Map<?, ?>) notice.get("text");
        assertTrue(((String) text.get("zh")).contains("宏") && ((String) text.get("en")).contains("macros"), notice.toString());
        assertTrue(!notice.toString().contains("方案"), "the file's own name is nobody's business");
    }

    @Test
    void a_doubled_or_late_message_changes_nothing() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);
        var judge = desk.judge();

        judge.handle(desk.arrived(activity));
        var first = desk.file(activity);
        judge.handle(desk.arrived(activity));
        desk.later(Duration.ofDays(2));
        judge.handle(desk.arrived(activity));

        assertEquals(first, desk.file(activity));
        assertEquals(1, desk.events(activity, "evidence-valid"));
        assertEquals(List.of("valid"), desk.judged);
    }

    @Test
    void whoever_dies_at_any_call_leaves_everything_to_the_message_that_comes_again() {
        for (var content : List.of(PROPOSAL, MACROS)) {
            for (var afterEffect : List.of(false, true)) {
                var call = 1;
                while (dies(content, call, afterEffect)) {
                    call++;
                }
                assertTrue(call > 15, "only " + call + " calls");
            }
        }
    }

    /** Whether the process died at this call; in any case everything is done after the message came again. */
    private boolean dies(byte[] content, int call, boolean afterEffect) {
        var one = new Desk(call % 2 == 0);
        var earlier = one.records(one.lead("b", "li-wei"), "proposal", "方案.pdf", PDF, content);
        one.uploads(earlier, content);
        one.judge().handle(one.arrived(earlier));
        var activity = one.records(one.lead("aa", "chen-jing"), "proposal", "方案.pdf", PDF, content);
        one.uploads(activity, content);
        var crashes = new Crashes(call, afterEffect);
        try {
            one.judge(crashes, false).handle(one.arrived(activity));
        } catch (Store.Fault dead) {
            one.judge().handle(one.arrived(activity));
        }
        var valid = content == PROPOSAL;
        assertEquals(valid ? State.VALID : State.REJECTED, one.file(activity).state(), "call " + call);
        assertEquals(1, one.events(activity, valid ? "evidence-valid" : "evidence-rejected"), "call " + call);
        assertEquals(valid ? Set.of(Corpora.sha256(content)) : Set.of(), one.vault.kept().keySet(), "call " + call);
        assertEquals(List.of(), one.quarantine.keys(), "call " + call);
        assertEquals(valid ? 0 : 2, one.notices("evidence-rejected").size(), "call " + call);
        assertEquals(valid ? 1 : 0, one.notices("evidence-duplicate").size(), "call " + call);
        return crashes.happened();
    }

    @Test
    void an_object_that_replaced_another_before_its_check_is_the_one_that_is_judged() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, MACROS);
        desk.uploads(activity, PROPOSAL);

        desk.judge().handle(desk.arrived(activity));
        desk.judge().handle(desk.arrived(activity));

        assertEquals(State.VALID, desk.file(activity).state());
        assertEquals(Set.of(Corpora.sha256(PROPOSAL)), desk.vault.kept().keySet());
    }

    /** As when somebody saw the object before, took long, and now finds it replaced. */
    @Test
    void whoever_is_overtaken_by_an_older_look_judges_what_lies_there_all_the_same() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);
        desk.whenOpened = () -> {
            desk.whenOpened = () -> { };
            desk.verdicts.checking(activity.lead(), activity.id(), "f1", "an-older-object");
        };

        desk.judge().handle(desk.arrived(activity));

        assertEquals(State.VALID, desk.file(activity).state());
        assertEquals(List.of(), desk.quarantine.keys());
    }

    @Test
    void a_rejection_is_told_although_whoever_found_it_died_and_another_object_lies_there_since() {
        var versions = new Desk(true);
        var activity = versions.records(versions.lead("a", "chen-jing"), "proposal", "方案.pptx", PPTX, MACROS);
        var mark = Place.mark(versions.uploads(activity, MACROS));
        versions.verdicts.checking(activity.lead(), activity.id(), "f1", mark);
        versions.verdicts.verdict(activity.lead(), activity.id(), "f1", mark, State.REJECTED,
                new EvidenceFile.Found(null, List.of("macros"), List.of(), Map.of(), null));
        versions.uploads(activity, PROPOSAL);

        versions.judge().handle(versions.arrived(activity));

        assertEquals(1, versions.notices("evidence-rejected").size());
        assertEquals(State.REJECTED, versions.file(activity).state());
    }

    @Test
    void an_object_that_is_overwritten_while_it_is_checked_is_kept_as_it_was_checked() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);
        desk.whenOpened = () -> desk.uploads(activity, MACROS);

        desk.judge().handle(desk.arrived(activity));
        desk.whenOpened = () -> { };
        desk.judge().handle(desk.arrived(activity));

        assertEquals(Set.of(Corpora.sha256(PROPOSAL)), desk.vault.kept().keySet());
        assertEquals(State.VALID, desk.file(activity).state());
        assertEquals(1, desk.events(activity, "evidence-valid") + desk.events(activity, "evidence-rejected"));
    }

    @Test
    void another_object_after_the_verdict_is_removed_and_changes_nothing() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);
        desk.judge().handle(desk.arrived(activity));
        desk.uploads(activity, MACROS);

        desk.judge().handle(desk.arrived(activity));

        assertEquals(State.VALID, desk.file(activity).state());
        assertEquals(List.of(), desk.quarantine.keys());
        assertEquals(List.of("has-its-verdict"), desk.strays);
    }

    @Test
    void an_object_that_nobody_declared_is_removed() {
        desk.quarantine.put("evidence/l/a/f1", PROPOSAL);
        desk.quarantine.put("elsewhere", PROPOSAL);

        desk.judge().handle(new News.Uploaded("evidence/l/a/f1"));
        desk.judge().handle(new News.Uploaded("elsewhere"));

        assertEquals(List.of(), desk.quarantine.keys());
        assertEquals(List.of("not-declared", "no-name-of-ours"), desk.strays);
    }

    @Test
    void an_object_that_is_gone_is_no_fault() {
        desk.judge().handle(desk.arrived(proposal("a", "chen-jing", PROPOSAL)));
        assertEquals(List.of(), desk.strays);
    }

    @Test
    void storage_that_fails_for_a_moment_is_a_fault_and_no_verdict() {
        var activity = proposal("a", "chen-jing", PROPOSAL);
        desk.uploads(activity, PROPOSAL);

        assertThrows(Store.Fault.class, () -> desk.judge(new Crashes(1, false), false).handle(desk.arrived(activity)));

        assertEquals(State.AWAITED, desk.file(activity).state());
    }
}
