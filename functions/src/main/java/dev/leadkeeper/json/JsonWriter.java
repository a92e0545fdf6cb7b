package dev.leadkeeper.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns plain values into a stream of tokens. */
final class JsonWriter {
    private JsonWriter() {}

    static void write(JsonGenerator out, Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number.longValue());
            case Integer number -> out.writeNumber(number.intValue());
            case BigDecimal number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case Instant instant -> out.writeString(instant.toString());
            case Enum<?> word -> out.writeString(word.name());
            case Optional<?> maybe -> write(out, maybe.orElse(null));
            case List<?> list -> {
                out.writeStartArray();
                for (var each : list) {
                    write(out, each);
                }
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (var entry : map.entrySet()) {
                    if (!(entry.getKey() instanceof String name)) {
                        throw new IllegalArgumentException("a name in JSON is text");
                    }
                    out.writeFieldName(name);
                    write(out, entry.getValue());
                }
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }
}
