package dev.leadkeeper.codec;

import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.TimelineEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * {@link TimelineEvent} as a stored item. Data above {@value #DEFLATE_ABOVE} bytes is deflated, because a written
 * kilobyte in a transaction costs two write units and decision records repeat the same words.
 */
public final class EventCodec {
    static final int DEFLATE_ABOVE = 512;

    private EventCodec() {}

    public static Map<String, Object> toDoc(TimelineEvent event) {
        var data = CanonicalJson.write(event.data());
        var bytes = data.getBytes(StandardCharsets.UTF_8);
        return Doc.build()
                .put("lead", event.lead())
                .put("seq", event.seq())
                .put("type", event.type())
                .put("at", event.at())
                .put("by", event.by())
                .put("data", bytes.length > DEFLATE_ABOVE ? deflate(bytes) : data)
                .put("prev", event.prev())
                .put("hash", event.hash())
                .done();
    }

    /**
     * @param json reads the JSON text of {@code data} into a plain map
     * @throws IllegalArgumentException if the item is no event
     */
    public static TimelineEvent fromDoc(Map<String, Object> item, Function<String, Object> json) {
        return event(item, typed(json.apply(data(item))));
    }

    /** The same, with data that is read, and may turn out to be none, when somebody looks into it. */
    public static TimelineEvent lazily(Map<String, Object> item, Function<String, Object> json) {
        return event(item, new Unread(() -> typed(json.apply(data(item)))));
    }

    private static TimelineEvent event(Map<String, Object> item, Map<String, Object> data) {
        var doc = Doc.of(item);
        return new TimelineEvent(doc.required("lead"), doc.number("seq"), doc.required("type"),
                Instants.parse(doc.required("at")), doc.required("by"),
                data,
                doc.required("prev"), doc.required("hash"));
    }

    /**
     * The data's canonical JSON as it is stored.
     *
     * @throws IllegalArgumentException if it is missing, damaged, or has something behind it
     */
    public static String data(Map<String, Object> item) {
        return switch (item.get("data")) {
            case String text -> text;
            case byte[] bytes -> new String(inflate(bytes), StandardCharsets.UTF_8);
            case null -> throw new IllegalArgumentException("missing field data");
            default -> throw new IllegalArgumentException("field data is of the wrong type");
        };
    }

    @SuppressWarnings("unchecked") // our own JSON reader makes text keys
    private static Map<String, Object> typed(Object data) {
        if (data instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("event data is not an object");
    }

    private static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] bytes) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalArgumentException("event data is cut short");
                }
                out.write(buffer, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw new IllegalArgumentException("something stands behind the event data");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("event data is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
