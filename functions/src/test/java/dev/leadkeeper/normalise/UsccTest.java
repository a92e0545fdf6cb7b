package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.normalise.Uscc.Invalid;
import dev.leadkeeper.normalise.Uscc.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "914403001922038216", "91440300192317458F", "911100007109250324"})
    void a_code_whose_check_digits_are_right_is_valid(String code) {
        assertEquals(new Valid(code), Uscc.check(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 9144030071526726xg ", "９１４４０３００７１５２６７２６ＸＧ", "9144 0300 7152 6726 XG", "914403-00-71526726X-G",
        "\u200b9144030071526726XG"})
    void case_width_and_blanks_do_not_matter(String typed) {
        assertEquals(new Valid("9144030071526726XG"), Uscc.check(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "91330100799655058C | check digit is C, should be B",
        "91330100799655057B | organisation code's check digit is 7, should be 8",
        "91330100799655085B | organisation code's check digit is 5, should be 2",
        "9133010079965505   | has 16 characters, should have 18",
        "91330100799655058BB| has 19 characters, should have 18",
        "9I330100799655058B | character 2 is not one of 0123456789ABCDEFGHJKLMNPQRTUWXY",
        "9133O100799655058B | character 5 is not one of 0123456789ABCDEFGHJKLMNPQRTUWXY",
        "000000000000000000 | does not begin with a registering department, a kind and six digits of a division",
        "91ABCDEF799655058B | does not begin with a registering department, a kind and six digits of a division"})
    void a_wrong_code_is_refused_with_its_reason_and_not_repaired(String typed, String reason) {
        assertEquals(new Invalid(typed, reason), Uscc.check(typed));
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        String right = "91330100799655058B";
        for (int i = 0; i < right.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String typed = right.substring(0, i) + c + right.substring(i + 1);
                assertEquals(typed.equals(right), Uscc.check(typed) instanceof Valid, typed);
            }
        }
    }

    @Test
    void nothing_is_empty() {
        assertEquals(new Invalid("", "empty"), Uscc.check(null));
        assertEquals(new Invalid("", "empty"), Uscc.check("  "));
        String prose = "9".repeat(101);
        assertEquals(new Invalid(prose, "too long"), Uscc.check(prose));
    }
}
