package dev.leadkeeper.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Test
    void what_was_written_is_read_as_it_was() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            var second = random.nextLong(-70_000_000_000L, 260_000_000_000L); // to beyond the years of four digits
            var nano = switch (i % 4) {
                case 0 -> 0;
                case 1 -> 1_000_000 * random.nextInt(1_000);
                case 2 -> 1_000 * random.nextInt(1_000_000);
                default -> random.nextInt(1_000_000_000);
            };
            var at = Instant.ofEpochSecond(second, nano);
            assertEquals(at, Instants.parse(at.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T24:00:00Z", "2026-11-23T23:59:60Z", "2026-11-23T01:00:00.12Z", "2026-11-23T01:00:00.1234567890Z",
            "2026-11-23T01:00:00+08:00", "2026-11-23t01:00:00z", "2026-11-23T01:00:00", "2026-11-23 01:00:00Z", "2026-11-23T01:00:00,123Z",
            "2026-11-23T01:00:00.1x3Z", "2026-02-29T01:00:00Z", "2028-02-29T01:00:00Z", "2026-13-01T01:00:00Z", "2026-00-01T01:00:00Z",
            "2026-11-31T01:00:00.000Z", "2026-11-23T25:00:00Z", "2026-11-23T01:60:00Z", "-001-11-23T01:00:00Z", "20२6-11-23T01:00:00Z", "", "Z"})
    void other_texts_are_read_or_refused_as_java_does(String text) {
        assertEquals(outcome(text, Instant::parse), outcome(text, Instants::parse));
    }

    @Test
    void what_is_no_instant_is_refused() {
        assertThrows(DateTimeException.class, () -> Instants.parse("yesterday"));
    }

    private static String outcome(String text, Function<String, Instant> parse) {
        try {
            return parse.apply(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }
}
