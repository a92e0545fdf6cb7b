package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.normalise.Phones.Phone;
import dev.leadkeeper.normalise.Phones.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"13912345678", " 139 1234 5678 ", "139-1234-5678", "+86 139 1234 5678", "+8613912345678",
        "008613912345678", "0086 139-1234-5678", "8613912345678", "86 139 1234 5678", "86-13912345678", "(+86)13912345678",
        "+86-139-1234-5678", "１３９１２３４５６７８", "＋８６　１３９１２３４５６７８", "139\u20101234\u20135678", "139\u00a01234\u00a05678",
        "\u202d13912345678\u202c", "电话：13912345678", "手机13912345678（微信同号）", "tel:+8613912345678", "张三 13912345678", "013912345678",
        "139.1234.5678", "13912345678/", "微信 zhang3 13912345678"})
    void any_usual_writing_of_a_mobile_number_is_one_number(String typed) {
        assertEquals(new Phone("+8613912345678"), Phones.normalise(typed, null));
    }

    @ParameterizedTest
    @CsvSource({"0755-86013388,+8675586013388", "(0755)86013388,+8675586013388", "（0755）8601 3388,+8675586013388",
        "0755 8601-3388,+8675586013388", "+86 755 86013388,+8675586013388", "+86(0755)86013388,+8675586013388",
        "010-62345678,+861062345678", "400-660-6892,+864006606892", "4006606892,+864006606892", "800-810-1234,+868008101234",
        "0912-3456789,+869123456789"})
    void landlines_and_hotlines_are_numbers_too(String typed, String e164) {
        assertEquals(new Phone(e164), Phones.normalise(typed, "CN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0755-86013388 转 8001", "0755-86013388转8001", "0755-86013388-8001", "0755-86013388 ext 8001",
        "0755-86013388 x8001", "0755-86013388#8001", "(0755)86013388-8001", "０７５５－８６０１３３８８－８００１", "0755-86013388分机8001",
        "0755-86013388 分机号：8001", "075586013388-8001", "0755—86013388—8001", "+86 755 86013388 轉 8001"})
    void an_extension_stays_with_its_number(String typed) {
        assertEquals(new Phone("+8675586013388;ext=8001"), Phones.normalise(typed, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13912345678/13812349999", "13912345678、13812349999", "13912345678,13812349999", "13912345678，13812349999",
        "13912345678;13812349999", "13912345678；13812349999", "13912345678或13812349999", "13912345678 / 0755-86013388",
        "138****1234 / 13912345678", "12345 / 13912345678", "没有 或 13912345678", "13912345678 13812349999"})
    void of_several_numbers_the_first_usable_one_counts(String typed) {
        assertEquals(new Phone("+8613912345678"), Phones.normalise(typed, null));
    }

    @ParameterizedTest
    @CsvSource({"+32491223344,+32491223344", "+1 (650) 555-0123,+16505550123", "0044 20 7946 0958,+442079460958",
        "+852 9123 4567,+85291234567", "+886 911 222 333,+886911222333", "32491223344,+32491223344", "12125551234,+12125551234"})
    void a_number_with_its_country_code_needs_no_hint(String typed, String e164) {
        assertEquals(new Phone(e164), Phones.normalise(typed, null));
    }

    @ParameterizedTest
    @CsvSource({"(85) 98769-6383,BR,+5585987696383", "0911222333,TW,+886911222333", "(281) 332-2575,US,+12813322575",
        "(281) 332-2575,us,+12813322575", "15550000000,US,+15550000000", "91234567,HK,+85291234567", "13912345678,HK,+8613912345678",
        "8613912345678,US,+8613912345678", "13912345678,XX,+8613912345678", "555-000-0000,US,+15550000000", "0755-86013388,US,+8675586013388"})
    void the_country_of_the_lead_decides_how_a_national_number_is_read(String typed, String country, String e164) {
        assertEquals(new Phone(e164), Phones.normalise(typed, country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(85) 98769-6383", "0911222333", "(281) 332-2575", "6505550123", "86013388", "10000000000", "1391234567",
        "139123456789", "13912345678901234567890", "+86 12345678901", "+1 555 1234", "+999 1234567", "我没有电话", "n/a", "-", "+", "(", "zhang@qq.com"})
    void what_no_plan_knows_is_not_guessed_and_keeps_its_text(String typed) {
        assertEquals(new Unusable(typed, "not a phone number"), Phones.normalise(typed, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"138****1234", "+86 138****1234", "138 **** 1234", "138xxxx1234", "138••••1234", "１３８＊＊＊＊１２３４"})
    void a_masked_number_is_unusable_and_says_so(String typed) {
        assertEquals(new Unusable(typed, "masked"), Phones.normalise(typed, null));
    }

    @Test
    void a_number_of_a_right_length_outside_the_plan_can_be_tried_but_proves_nobody() {
        assertFalse(((Phone) Phones.normalise("+15550000000", null)).verified());
        assertTrue(((Phone) Phones.normalise("+8613912345678", null)).verified());
        assertTrue(Phones.verified("+8675586013388;ext=8001"));
        assertEquals(new Phone("+5511999999"), Phones.normalise("+5511999999", null));
        assertFalse(Phones.verified("+5511999999"));
    }

    @Test
    void a_mobile_segment_younger_than_the_library_is_still_a_mobile() {
        assertEquals(new Phone("+8616012345678"), Phones.normalise("16012345678", null));
    }

    @Test
    void nothing_is_empty_and_prose_is_too_long() {
        assertEquals(new Unusable("", "empty"), Phones.normalise(null, null));
        assertEquals(new Unusable("", "empty"), Phones.normalise(" \u3000 ", null));
        String prose = "1".repeat(201);
        assertEquals(new Unusable(prose, "too long"), Phones.normalise(prose, null));
    }
}
