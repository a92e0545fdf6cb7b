package dev.leadkeeper.normalise;

import static dev.leadkeeper.fake.Cpu.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends: no exception, no long computation. */
class HostileTextTest {
    @Test
    void random_mixtures_of_the_usual_pieces_and_of_any_characters_never_throw() {
        var random = new Random(20260101);
        var fuzz = new TextFuzz();
        within(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 20_000; round++) {
                fuzz.one(random);
            }
        }, "slow on mixtures");
    }

    @Test
    void texts_of_64_kb_are_answered_at_once() {
        for (String piece : TextFuzz.PIECES) {
            String text = piece.repeat(65_536 / piece.length());
            within(Duration.ofSeconds(3), () -> TextFuzz.everything(text), "slow on many " + piece);
        }
        String mixture = TextFuzz.mixture(new Random(7), 30_000);
        within(Duration.ofSeconds(3), () -> TextFuzz.everything(mixture), "slow on a mixture");
    }

    @Test
    void the_longest_text_that_is_looked_at_is_answered_at_once() {
        for (String piece : TextFuzz.PIECES) {
            for (int length : new int[] {Phones.MAX_LENGTH, Emails.MAX_TEXT}) {
                String text = piece.repeat(length).substring(0, length);
                within(Duration.ofSeconds(3), () -> TextFuzz.everything(text), "slow on " + length + " of " + piece);
            }
        }
    }
}
