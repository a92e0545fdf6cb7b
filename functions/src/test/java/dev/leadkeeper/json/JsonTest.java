package dev.leadkeeper.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void every_kind_of_value_comes_as_its_plain_java_type() throws JsonRefused {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("text", "上海 \"&\" 😀");
        expected.put("whole", 9223372036854775807L);
        expected.put("beyond", new BigDecimal("9223372036854775808"));
        expected.put("fraction", new BigDecimal("0.10"));
        expected.put("yes", true);
        expected.put("none", null);
        expected.put("list", Arrays.asList(1L, null, List.of(), Map.of()));
        var read = Json.read("""
                {"text":"上海 \\"&\\" \\ud83d\\ude00","whole":9223372036854775807,"beyond":9223372036854775808,
                 "fraction":0.10,"yes":true,"none":null,"list":[1,null,[],{}]}""");
        assertEquals(expected, read);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(((Map<?, ?>) read).keySet()));
    }

    @Test
    void what_is_written_is_read_back_the_same() throws JsonRefused {
        var value = Map.of("a", List.of("\u0000\u2028<&>", 1L, new BigDecimal("1.50"), false), "尺", Map.of("x", ""));
        assertEquals(value, Json.read(Json.writeBytes(value)));
        assertEquals(value, Json.readOwn(Json.write(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2501e0", "25.01e2", "0e0", "1e3", "0.10", "9223372036854775808e0", "-9223372036854775808e0", "1.5e-7"})
    void a_number_is_read_back_the_same_however_it_was_spelled(String number) throws JsonRefused {
        var read = Json.read("[" + number + "]");
        assertEquals(read, Json.read(Json.write(read)));
        assertEquals(0, new BigDecimal(number).compareTo(new BigDecimal(((List<?>) read).getFirst().toString())));
    }

    @Test
    void instants_enums_and_optionals_have_a_spelling() {
        var value = List.of(Instant.ofEpochMilli(1500), JsonRefused.Reason.SYNTAX, Optional.empty(), Optional.of(3));
        assertEquals("[\"1970-01-01T00:00:01.500Z\",\"SYNTAX\",null,3]", Json.write(value));
    }

    @Test
    void a_value_without_a_spelling_is_the_callers_error() {
        assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
        assertThrows(IllegalArgumentException.class, () -> Json.write(Map.of(1, "one")));
        assertThrows(IllegalArgumentException.class, () -> Json.write(0.1d));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
            "{\"a\":1,\"a\":1} DUPLICATE_NAME", "{\"a\":{\"b\":1,\"\\u0062\":2}} DUPLICATE_NAME",
            "{}{} TRAILING", "1,2 SYNTAX", "[1]] SYNTAX", "{\"a\":1}x SYNTAX",
            "`` SYNTAX", "{ SYNTAX", "[1,] SYNTAX", "{'a':1} SYNTAX", "NaN SYNTAX", "01 SYNTAX", "+1 SYNTAX", "[/**/] SYNTAX",
            "\"\t\" SYNTAX", "{\"a\" SYNTAX", "\"\\x\" SYNTAX", "tru SYNTAX",
            "1e999999999 LIMIT", "1e-999999999 LIMIT", "1e99999999999 LIMIT", "1e129 LIMIT"})
    void a_document_that_is_not_strict_json_is_refused_with_its_reason(String document, JsonRefused.Reason reason) {
        assertEquals(reason, refusal(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void depth_names_and_numbers_end_where_the_limits_say() throws JsonRefused {
        Json.read("[".repeat(32) + "]".repeat(32));
        assertEquals(JsonRefused.Reason.LIMIT, refusal("[".repeat(33) + "]".repeat(33)));
        Json.read("{\"" + "n".repeat(128) + "\":1}");
        assertEquals(JsonRefused.Reason.LIMIT, refusal("{\"" + "n".repeat(129) + "\":1}"));
        Json.read("1".repeat(64));
        assertEquals(JsonRefused.Reason.LIMIT, refusal("1".repeat(65)));
        assertEquals(JsonRefused.Reason.LIMIT, refusal("1." + "1".repeat(65)));
    }

    @Test
    void the_callers_cap_counts_bytes() throws JsonRefused {
        var document = "\"尺\"".getBytes(StandardCharsets.UTF_8);
        assertEquals("尺", Json.read(document, 5));
        var refused = assertThrows(JsonRefused.class, () -> Json.read(document, 4));
        assertEquals(JsonRefused.Reason.TOO_LONG, refused.reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xFF, 0xED})
    void bytes_that_are_not_utf_8_are_refused(int first) {
        assertEquals(JsonRefused.Reason.ENCODING, refusal(new byte[] {'"', (byte) first, (byte) 0x80, '"'}));
    }

    @Test
    void a_byte_order_mark_is_skipped() throws JsonRefused {
        assertEquals(1L, Json.read("\uFEFF1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void half_an_emoji_becomes_a_replacement_character() throws JsonRefused {
        assertEquals("a\uFFFDb", Json.read("\"a\\ud83db\""));
        assertEquals("\uFFFD", Json.read("\"\\ude00\""));
        assertEquals("\uFFFD😀", Json.read("\"\\ud83d\\ud83d\\ude00\""));
    }

    @Test
    void a_refusal_holds_no_piece_of_the_document() {
        var refused = assertThrows(JsonRefused.class, () -> Json.read("{\"phone\":13800138000x}"));
        assertFalse(refused.getMessage().contains("138"));
    }

    @Test
    void an_object_is_asked_for_by_name() throws JsonRefused {
        assertEquals(Map.of("a", 1L), Json.readObject("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 100));
        var refused = assertThrows(JsonRefused.class, () -> Json.readObject("[]".getBytes(StandardCharsets.UTF_8), 100));
        assertEquals(JsonRefused.Reason.NOT_AN_OBJECT, refused.reason());
        assertThrows(IllegalArgumentException.class, () -> Json.readOwn("[]"));
    }

    @Test
    void our_own_documents_may_hold_a_form_fields_long_name() {
        var name = "n".repeat(5000);
        assertEquals(Map.of(name, 1L), Json.readOwn(Json.write(Map.of(name, 1L))));
    }

    @Test
    void what_was_read_cannot_be_changed() throws JsonRefused {
        var read = (Map<?, ?>) Json.read("{\"a\":[1]}");
        assertThrows(UnsupportedOperationException.class, read::clear);
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) read.get("a")).removeFirst());
    }

    @Test
    void damaged_documents_are_refused_and_never_an_error_of_another_kind() {
        var whole = "{\"a\":[1,-2.5e3,\"\\u4e2d\\ud83d\\ude00 text\",null,true],\"b\":{\"c\":{}}}"
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(42);
        var outcomes = new ArrayList<Boolean>();
        for (int i = 0; i < 20_000; i++) {
            var damaged = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int hits = random.nextInt(4); hits > 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Json.read(damaged);
                outcomes.add(true);
            } catch (JsonRefused refused) {
                outcomes.add(false);
            }
        }
        assertEquals(2, outcomes.stream().distinct().count());
    }

    private static JsonRefused.Reason refusal(byte[] document) {
        return assertThrows(JsonRefused.class, () -> Json.read(document)).reason();
    }

    private static JsonRefused.Reason refusal(String document) {
        return refusal(document.getBytes(StandardCharsets.UTF_8));
    }
}
