package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final String LINK = "https://crm.example.com/leads/abc";

    @Test
    void a_short_message_is_title_text_and_link_on_lines_of_their_own() {
        assertEquals("标题\n正文\n" + LINK, Fit.message("标题", "正文", LINK, 2048, Fit.PLAIN));
    }

    @Test
    void a_message_without_a_link_ends_with_its_text() {
        assertEquals("标题\n正文", Fit.message("标题", "正文", null, 2048, Fit.PLAIN));
    }

    @Test
    void a_limit_counts_bytes_and_not_characters() {
        var message = Fit.message("新线索", "线".repeat(2000), LINK, 2048, Fit.PLAIN);
        assertTrue(bytes(message) <= 2048 && bytes(message) > 2048 - 3, "uses what there is: " + bytes(message));
        assertTrue(message.endsWith("…\n" + LINK));
    }

    @Test
    void a_text_of_exactly_the_limit_is_not_cut() {
        assertEquals("线".repeat(10), Fit.cut("线".repeat(10), 30, Fit.PLAIN));
        assertEquals("线".repeat(8) + "…", Fit.cut("线".repeat(10), 29, Fit.PLAIN));
    }

    @Test
    void no_cut_splits_an_emoji_or_is_over_the_limit_wherever_it_falls() {
        var text = "a🎉线ü".repeat(20);
        for (int limit = 0; limit <= bytes(text); limit++) {
            var cut = Fit.cut(text, limit, Fit.PLAIN);
            assertTrue(bytes(cut) <= limit, "limit " + limit);
            assertFalse(cut.contains("\uFFFD") || new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).contains("?"));
        }
    }

    @Test
    void no_cut_splits_an_entity() {
        for (int limit = 3; limit < 40; limit++) {
            var cut = Fit.cut("&".repeat(10), limit, Fit.ENTITIES);
            assertTrue(cut.matches("(&amp;)*…?"), cut);
        }
    }

    @Test
    void a_link_that_leaves_no_room_is_left_out() {
        assertEquals("标…", Fit.message("标题正文", "", LINK, 8, Fit.PLAIN));
    }

    @Test
    void what_somebody_typed_cannot_become_a_mention_or_a_tag() {
        assertEquals("＜@all＞ ＜at user_id=\"all\"＞", Fit.cut("<@all> <at user_id=\"all\">", 100, Fit.NO_TAGS));
        assertEquals("&lt;!channel&gt; &amp;amp;", Fit.cut("<!channel> &amp;", 100, Fit.ENTITIES));
    }

    @Test
    void control_characters_and_turned_directions_are_dropped() {
        assertEquals("abc\nd", Fit.cut("a\u0000b\u202Ec\u2066\r\nd\u001b", 100, Fit.PLAIN));
    }

    @Test
    void a_subject_is_one_line() {
        assertEquals("a Bcc: x@example.com", Fit.line("a\r\nBcc: x@example.com", 100, Fit.PLAIN));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
