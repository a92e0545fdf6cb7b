package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zhang@qq.com", " Zhang@QQ.com ", "ＺＨＡＮＧ＠ｑｑ．ｃｏｍ", "mailto:zhang@qq.com", "mailto:zhang@qq.com?subject=hi",
        "<zhang@qq.com>", "张三 <zhang@qq.com>", "\"Zhang\" <zhang@qq.com>", "zhang@qq。com", "zhang@qq.com.", "邮箱：zhang@qq.com",
        "邮箱zhang@qq.com谢谢", "zhang@qq.com; li@qq.com", "zhang@qq.com、li@qq.com", "\u200bzhang@qq.com", "@zhangsan zhang@qq.com",
        "zhang@qq.com/li@qq.com"})
    void any_usual_writing_is_the_address_in_lower_case(String typed) {
        assertEquals(Optional.of("zhang@qq.com"), Emails.normalise(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b+c@sub.example.co.uk", "o'brien@example.ie", "x@a-b.io", "1@163.com", "_@vip.sina.com"})
    void unusual_but_right_addresses_are_kept(String typed) {
        assertEquals(Optional.of(typed), Emails.normalise(typed));
    }

    @Test
    void a_domain_in_another_alphabet_becomes_its_ascii_form() {
        assertEquals(Optional.of("info@xn--mnchen-3ya.de"), Emails.normalise("info@münchen.de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[email protected]", "zhang", "zhang@", "@qq.com", "zhang@qq", "zhang@@qq.com", "zhang@.com",
        "zhang@qq..com", "zhang@-qq.com", "zhang@qq-.com", ".zhang@qq.com", "zhang.@qq.com", "zh..ang@qq.com", "zhang@127.0.0.1",
        "z***@qq.com", "zhang@qq.c", "joão@email.com", "zhang@qq_mail.com", "zhang(at)qq.com", "zhang@qq.com@evil.com\u0000x@"})
    void what_is_not_an_address_is_none(String typed) {
        assertEquals(Optional.empty(), Emails.normalise(typed));
    }

    @Test
    void nothing_is_none() {
        assertEquals(Optional.empty(), Emails.normalise(null));
    }

    @Test
    void the_longest_address_has_254_characters() {
        String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(57) + ".com";
        assertEquals(254, ("l".repeat(64) + "@" + domain).length());
        assertEquals(Optional.of("l".repeat(64) + "@" + domain), Emails.normalise("l".repeat(64) + "@" + domain));
        assertEquals(Optional.empty(), Emails.normalise("l".repeat(64) + "@c" + domain));
        assertEquals(Optional.empty(), Emails.normalise("l".repeat(65) + "@qq.com"));
    }
}
