package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FollowUps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private final FollowUp usual = FollowUps.usual();

    private static Activity activity(String type, String text, EvidenceFile... files) {
        var declared = new LinkedHashMap<String, EvidenceFile>();
        List.of(files).forEach(file -> declared.put(file.id(), file));
        return new Activity("lead", "a", 1, "lin", AT, AT, type, new Activity.Said(null, null, null, null, text), null, Set.of(),
                List.of(), Map.of(), declared, null, 1, "body", "salt", Map.of(), Map.of());
    }

    private static EvidenceFile valid(String id, String kind, String... flags) {
        return EvidenceFile.declared("lead", "a", id, "n", "application/x", 1, "00", AT).checking("v", AT)
                .judged(EvidenceFile.State.VALID, new EvidenceFile.Found(kind, List.of(), List.of(flags), Map.of(), "v"), AT);
    }

    @Test
    void a_proposal_takes_a_pdf_and_a_presentation() {
        assertTrue(usual.isProved(activity("proposal", null, valid("f1", "pdf"), valid("f2", "presentation"))));
        assertFalse(usual.isProved(activity("proposal", null, valid("f1", "pdf"), valid("f2", "pdf"))));
        assertEquals(List.of("方案 PPT"), usual.activity("proposal").orElseThrow().unmet(activity("proposal", null, valid("f1", "pdf")))
                .stream().map(need -> need.name().zh()).toList());
    }

    @Test
    void words_prove_a_first_contact_and_no_quote() {
        assertTrue(usual.isProved(activity("first-contact", "客户说下周三看工厂")));
        assertFalse(usual.isProved(activity("quote", "客户说下周三看工厂")));
    }

    @Test
    void a_file_that_is_awaited_or_too_old_proves_nothing() {
        var awaited = EvidenceFile.declared("lead", "a", "f1", "n", "image/png", 1, "00", AT);
        assertFalse(usual.isProved(activity("quote", null, awaited)));
        assertFalse(usual.isProved(activity("quote", null, valid("f1", "image", EvidenceFile.TOO_OLD))));
        assertTrue(usual.isProved(activity("quote", null, valid("f1", "image", EvidenceFile.DUPLICATE))));
    }

    @Test
    void an_activity_that_a_supervisor_rejected_counts_nowhere() {
        var quote = activity("quote", null, valid("f1", "image"));
        assertFalse(usual.isProved(quote.reviewed(Map.of("verdict", Activity.REJECTED))));
        assertTrue(usual.firstEvidence(List.of(quote.reviewed(Map.of("verdict", Activity.REJECTED))), "quote").isEmpty());
        assertTrue(usual.firstEvidence(List.of(quote), "quote").isPresent());
    }

    @Test
    void tags_are_found_by_words_unless_a_phrase_takes_them_back() {
        assertEquals(Set.of("price-comparison", "site-visit"), usual.tagsIn(List.of("他们在比价", "下周来参观")));
        assertEquals(Set.of(), usual.tagsIn(List.of("客户说不比价")));
    }

    @Test
    void the_usual_tables_hold_until_the_live_rulebook_says_otherwise() {
        var store = new InMemoryStore();
        assertEquals(usual, new FollowUps(store).live());
        var documents = new Documents(store);
        documents.save("rulebook", "old", 0, Map.of("version", "old"));
        documents.save("live", "rulebook", 0, Map.of("version", "old"));
        var followUps = new FollowUps(store);
        assertEquals(usual, followUps.live());

        documents.save("rulebook", "new", 0, Map.of("version", "new", "followUp", small()));
        documents.save("live", "rulebook", 1, Map.of("version", "new"));
        assertEquals("only", followUps.live().results().getFirst().id());
    }

    private static Map<String, Object> small() {
        return Json.readOwn("""
                {"results":[{"id":"only","zh":"唯一","en":"only"}],"activities":[{"id":"call","zh":"电话","en":"call"}],
                 "stages":[{"id":"begun","zh":"开始","en":"begun"}],"lost":{"reasons":[{"id":"price","zh":"价格","en":"price"}]}}""");
    }

    @Test
    void every_mistake_is_named_with_its_place() {
        var wrong = Json.readOwn("""
                {"results":[{"id":"only","zh":"唯一","en":"only","counts":"rejected"}],
                 "activities":[{"id":"check-in","zh":"电话","en":"call"},{"id":"call","zh":"电话","needs":[{"anyOf":["video"],"zh":"x","en":"y"}]}],
                 "stages":[{"id":"begun","zh":"开始","en":"begun"}],"lost":{"reasons":[]},"uploads":{"minutes":6},"uplods":1}""");

        var problems = assertThrows(RulebookInvalid.class, () -> FollowUp.parse(wrong)).problems();

        for (var place : List.of("followUp.uplods: unknown key", "followUp.results[0].counts", "followUp.activities[0].id: check-in is used twice",
                "followUp.activities[1].en: is missing", "followUp.activities[1].needs[0].anyOf: unknown kind video",
                "followUp.lost.reasons: needs at least one reason", "followUp.uploads.minutes: must be a whole number from 1 to 5")) {
            assertTrue(problems.stream().anyMatch(each -> each.startsWith(place)), place + " in " + problems);
        }
    }

    @Test
    void what_names_an_activity_must_name_one_that_there_is() {
        var wrong = new java.util.HashMap<>(small());
        wrong.put("won", Map.of("requires", List.of("quot")));

        var problems = assertThrows(RulebookInvalid.class, () -> FollowUp.parse(wrong)).problems();

        assertTrue(problems.getFirst().startsWith("followUp.won.requires: no activity quot"), problems.toString());
    }

    @Test
    void a_section_that_is_no_map_is_refused() {
        assertThrows(RulebookInvalid.class, () -> FollowUp.parse("x"));
    }
}
