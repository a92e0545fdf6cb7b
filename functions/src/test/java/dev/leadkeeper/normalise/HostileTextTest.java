package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends: no exception, no long computation. */
class HostileTextTest {
    private static final String[] PIECES = {"1", "138", "+", "86", "0755-", "(", ")", "转", "ext", "/", "或", "@", "a@b.com", ".", "-", "*",
        "上海", "市", "浦东新区", "朝阳区", "吉林", "US", "United", " ", "\u3000", "\u0000", "\ud800", "\udc00", "\u202e", "\u200b", "\uFDFA", "😀",
        "有限公司", "（", "集团", "é", "e\u0301", "\uffff", "91330100799655058B", "\n", "\t", "mailto:", "<", ">"};

    @Test
    void random_mixtures_of_the_usual_pieces_and_of_any_characters_never_throw() {
        var random = new Random(20260101);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 20_000; round++) {
                everything(mixture(random, random.nextInt(30)));
            }
        });
    }

    @Test
    void texts_of_64_kb_are_answered_at_once() {
        for (String piece : PIECES) {
            String text = piece.repeat(65_536 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(3), () -> everything(text), () -> "slow on many " + piece);
        }
        String mixture = mixture(new Random(7), 30_000);
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> everything(mixture));
    }

    @Test
    void the_longest_text_that_is_looked_at_is_answered_at_once() {
        for (String piece : PIECES) {
            for (int length : new int[] {Phones.MAX_LENGTH, Emails.MAX_TEXT}) {
                String text = piece.repeat(length).substring(0, length);
                assertTimeoutPreemptively(Duration.ofSeconds(3), () -> everything(text), () -> "slow on " + length + " of " + piece);
            }
        }
    }

    private static void everything(String text) {
        Phones.normalise(text, null);
        Phones.normalise(text, "US");
        Phones.normalise("13912345678", text);
        Emails.normalise(text);
        Companies.display(text);
        Companies.matchKey(text);
        Uscc.check(text);
        Regions.find(List.of(text), null);
        Regions.find(List.of("上海", text, text), text);
        TestData.reason(new Facts(new Contact(text, text, text), text, null, null, null, null, null, null, null, null, text, Map.of("x", text)));
    }

    private static String mixture(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
