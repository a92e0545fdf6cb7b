package dev.leadkeeper.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTest {
    private final ArrayList<String> read = new ArrayList<>();
    private final Known known = new Known();

    private Map<String, Object> read(String document) {
        return known.read(document, each -> {
            read.add(each);
            return Json.readOwn(each);
        });
    }

    @Test
    void a_document_that_was_just_read_is_not_read_again() {
        var first = read("{\"seq\":1}");
        assertSame(first, read(new String("{\"seq\":1}".toCharArray())));
        assertEquals(1, read.size());
    }

    @Test
    void documents_whose_hashes_are_equal_are_told_apart() {
        assertEquals("{\"Aa\":1}".hashCode(), "{\"BB\":1}".hashCode());
        assertEquals(Map.of("Aa", 1L), read("{\"Aa\":1}"));
        assertEquals(Map.of("BB", 1L), read("{\"BB\":1}"));
        assertEquals(Map.of("Aa", 1L), read("{\"Aa\":1}"));
    }

    @Test
    void thousands_of_documents_are_each_read_as_they_are() {
        for (int round = 0; round < 2; round++) {
            for (long n = 0; n < 5_000; n++) {
                assertEquals(Map.of("n", n), read("{\"n\":" + n + "}"));
            }
        }
    }

    @Test
    void a_long_document_is_read_each_time() {
        var document = "{\"text\":\"" + "x".repeat(5_000) + "\"}";
        assertEquals(read(document), read(document));
        assertEquals(2, read.size());
    }

    @Test
    void what_is_refused_is_refused_again() {
        assertThrows(IllegalArgumentException.class, () -> read("[]"));
        assertThrows(IllegalArgumentException.class, () -> read("[]"));
    }
}
