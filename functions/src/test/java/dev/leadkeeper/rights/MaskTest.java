package dev.leadkeeper.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.leadkeeper.lead.Contact;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void a_chinese_mobile_keeps_its_first_and_last_digits() {
        assertEquals("+86138****5678", Mask.phone("+8613812345678"));
    }

    @Test
    void a_landline_and_a_foreign_number_keep_their_area_and_last_digits() {
        assertEquals("+86755****3388", Mask.phone("+8675586013388"));
        assertEquals("+65****4567", Mask.phone("+6581234567"));
    }

    @Test
    void a_short_number_keeps_two_digits_only() {
        assertEquals("***68", Mask.phone("+46000068"));
        assertEquals("***1", Mask.phone("1"));
    }

    @Test
    void an_extension_is_hidden_as_well() {
        assertEquals("+86755****3388;ext=***", Mask.phone("+8675586013388;ext=8001"));
    }

    @Test
    void an_address_keeps_its_first_character_and_its_domain() {
        assertEquals("z***@example.com", Mask.email("zhangwei@example.com"));
        assertEquals("***", Mask.email("no-address"));
        assertEquals("***", Mask.email("@example.com"));
    }

    @Test
    void a_name_keeps_its_first_character_whole() {
        assertEquals("张*", Mask.name("张伟"));
        assertEquals("张*", Mask.name("张"));
        assertEquals("𠮷*", Mask.name("𠮷田"));
        assertEquals("", Mask.name(""));
    }

    @Test
    void what_is_not_there_stays_so() {
        assertEquals(Contact.NONE, Mask.contact(Contact.NONE));
        assertNull(Mask.text(null));
    }

    @Test
    void a_few_words_stay_unless_somebody_wrote_how_to_reach_them_in_there() {
        assertEquals("本月,预算20万", Mask.words("本月,预算20万"));
        assertNull(Mask.words(null));
        for (var text : new String[] {"决策人 13812345678", "加我138-1234-5678", "１３８ １２３４ ５６７８", "zhang@example.com", "(021)5888 1234"}) {
            assertEquals("***", Mask.words(text), text);
        }
    }

    @Test
    void fields_that_nobody_looked_at_keep_their_names_only() {
        assertEquals(Map.of("wechat", "***", "tags", "***"), Mask.values(Map.of("wechat", "zw-1988", "tags", Map.of("a", "b"))));
    }
}
