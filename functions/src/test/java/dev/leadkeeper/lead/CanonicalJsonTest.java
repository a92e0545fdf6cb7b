package dev.leadkeeper.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void equal_content_has_one_spelling() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", 1L);
        one.put("a", List.of(true, "x"));
        var other = new LinkedHashMap<String, Object>();
        other.put("a", List.of(true, "x"));
        other.put("b", 1);

        assertEquals("{\"a\":[true,\"x\"],\"b\":1}", CanonicalJson.write(one));
        assertEquals(CanonicalJson.write(one), CanonicalJson.write(other));
    }

    @Test
    void text_is_escaped_where_json_demands_it_and_nowhere_else() {
        assertEquals("\"中\\\"\\\\\\n\\r\\t\\u0001/\"", CanonicalJson.write("中\"\\\n\r\t\u0001/"));
    }

    @Test
    void what_has_no_single_spelling_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(1.5));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(null));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("a", new byte[1])));
    }
}
