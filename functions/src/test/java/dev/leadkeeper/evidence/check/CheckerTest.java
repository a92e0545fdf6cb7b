package dev.leadkeeper.evidence.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.FileReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckerTest {
    @TestFactory
    Stream<DynamicTest> every_file_of_the_corpus_gets_its_verdict() {
        return Corpus.all().stream().map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> {
            var verdict = Sample.check(sample.content(), sample.declaration());
            switch (verdict) {
                case Verdict.Valid valid -> {
                    assertEquals(sample.reasons(), List.of());
                    assertEquals(sample.format(), valid.format());
                    assertEquals(Sample.sha256(sample.content()), valid.sha256());
                }
                case Verdict.Rejected rejected -> assertEquals(sample.reasons(), rejected.reasons(), rejected.detail());
            }
        }));
    }

    @Test
    void every_format_has_a_valid_file_and_every_reason_a_rejected_one() {
        var formats = Corpus.valid().stream().map(Sample::format).collect(Collectors.toCollection(() -> EnumSet.noneOf(Format.class)));
        assertEquals(EnumSet.allOf(Format.class), formats);
        var reasons = Corpus.all().stream().flatMap(each -> each.reasons().stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(FileReason.class)));
        // Declarations are wrong below; malware is found by somebody else; what is too complex costs seconds and has a test of its own.
        reasons.addAll(List.of(FileReason.MALWARE, FileReason.DIFFERENT_SIZE, FileReason.DIFFERENT_CONTENT, FileReason.TOO_COMPLEX));
        assertEquals(EnumSet.allOf(FileReason.class), reasons);
        assertTrue(Corpus.all().size() >= 60, () -> Corpus.all().size() + " files");
    }

    @Test
    void a_file_of_another_length_or_content_than_declared_is_rejected() {
        var content = "Proposal".getBytes(StandardCharsets.UTF_8);
        var hash = Sample.sha256(content);
        assertEquals(List.of(FileReason.DIFFERENT_SIZE), reasons(content, new Declaration("a.txt", "text/plain", 9, hash)));
        assertEquals(List.of(FileReason.DIFFERENT_CONTENT), reasons(content, new Declaration("a.txt", "text/plain", 8, "0".repeat(64))));
        assertEquals(List.of(), reasons(content, new Declaration("a.txt", "text/plain; charset=utf-8", 8, hash.toUpperCase(java.util.Locale.ROOT))));
        assertEquals(List.of(), reasons(content, new Declaration("a.txt", "application/octet-stream", 8, hash)));
        assertEquals(List.of(FileReason.WRONG_TYPE), reasons(content, new Declaration("a.txt", "application/pdf", 8, hash)));
        assertEquals(List.of(FileReason.WRONG_TYPE), reasons(content, new Declaration("a.pdf", "application/octet-stream", 8, hash)));
    }

    @Test
    void a_file_says_of_itself_when_it_was_made() {
        assertEquals(Instant.ofEpochMilli(1_700_000_000_000L), hints("times of creation").created());
        assertEquals(Instant.parse("2026-03-01T08:00:00Z"), hints("a deck").created());
        assertEquals(Instant.parse("2026-03-02T08:00:00Z"), hints("a deck").modified());
        assertEquals(Instant.ofEpochSecond(1_700_000_000L), hints("a document of old").created());
        assertEquals(Instant.parse("2026-03-01T02:11:12Z"), hints("a photo that says when it was taken").created());
        assertTrue(hints("a photo that says when it was taken").zoneKnown());
    }

    @Test
    void a_file_says_how_much_is_in_it() {
        assertEquals(120, hints("120 pages").pages());
        assertEquals(2, hints("a deck").pages());
        assertEquals(5, hints("a moving picture").pages());
        assertEquals(640, hints("a photo").width());
        assertEquals(4032, hints("a photo of a phone").width());
        assertEquals(65_000, hints("a recording of a phone").millis());
        assertEquals(2_000, hints("a voice of an old phone").millis());
    }

    @Test
    void a_file_that_merely_forbids_printing_is_valid_and_says_so() {
        assertTrue(hints("restricted, but open to everybody").restricted());
        assertEquals(Boolean.TRUE, hints("restricted, but open to everybody").toDoc().get("restricted"));
    }

    @Test
    void times_of_pdfs_are_read_as_writers_write_them() {
        assertEquals(Instant.parse("2026-03-01T02:11:12Z"), PdfInspection.time("D:20260301101112+08'00'"));
        assertEquals(Instant.parse("2026-03-01T02:11:12Z"), PdfInspection.time("20260301101112"));
        assertEquals(Instant.parse("2026-03-01T10:11:12Z"), PdfInspection.time("D:20260301101112Z00'00"));
        assertEquals(Instant.parse("2025-12-31T16:00:00Z"), PdfInspection.time("D:2026"));
        assertEquals(null, PdfInspection.time("D:20261341"));
        assertEquals(null, PdfInspection.time("yesterday"));
    }

    @Test
    void every_reason_says_in_both_languages_what_is_wrong_and_what_to_do() {
        for (var reason : FileReason.values()) {
            assertTrue(reason.sentence().zh().codePoints().anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN), reason::name);
            assertTrue(reason.sentence().zh().split("[。！]").length >= 2 && reason.sentence().en().split("[.!] ").length >= 2, reason::name);
            assertEquals(Optional.of(reason), FileReason.of(reason.word()));
        }
        assertEquals(Arrays.stream(FileReason.values()).map(each -> each.sentence().en()).distinct().count(), FileReason.values().length);
    }

    private static List<FileReason> reasons(byte[] content, Declaration declared) {
        return switch (Sample.check(content, declared)) {
            case Verdict.Valid _ -> List.of();
            case Verdict.Rejected rejected -> rejected.reasons();
        };
    }

    private static Hints hints(String title) {
        var sample = Corpus.all().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
        var verdict = assertInstanceOf(Verdict.Valid.class, Sample.check(sample.content(), sample.declaration()));
        assertNotEquals(null, verdict.hints());
        return verdict.hints();
    }
}
