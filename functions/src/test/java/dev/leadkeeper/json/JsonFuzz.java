package dev.leadkeeper.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bytes that claim to be JSON, and cursors that a client brings back: each is refused, or what was read is written and read back the same. */
public final class JsonFuzz implements Fuzz {
    private static final List<byte[]> SAMPLES = List.of(
            "{\"a\":[1,-2.50,1e3,true,null,\"\\u00e9\\\"\"],\"尺\":{\"x\":{}}}", "[[[[{\"a\":[]}]]],\"😀\",0.1,9223372036854775807]",
            "\"text\"", "12345678901234567890", "{\"event\":{\"fields\":[{\"label\":\"电话\",\"value\":\"13912345678\"}]}}").stream()
            .map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
    private static final byte[] CURSOR = Cursor.write(List.of("waiting", "lead-1")).getBytes(StandardCharsets.UTF_8);

    @Override
    public void one(Random random) {
        var mutations = new Mutations(random);
        try {
            var value = Json.read(mutations.of(mutations.one(SAMPLES)));
            assertEquals(value, Json.read(Json.writeBytes(value)));
        } catch (JsonRefused refused) {
            assertFalse(refused.reason().word().isEmpty());
        }
        var cursor = new String(mutations.of(CURSOR), StandardCharsets.ISO_8859_1);
        try {
            var values = Cursor.read(cursor, List.of(String.class, String.class));
            assertEquals(values, Cursor.read(Cursor.write(values), List.of(String.class, String.class)));
        } catch (IllegalArgumentException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}
