package dev.leadkeeper.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON as plain values: {@link Map} (in the document's order) and {@link java.util.List}, both unmodifiable,
 * {@link String}, {@link Long}, {@link java.math.BigDecimal} for what has a fraction, an exponent or no room in a long,
 * {@link Boolean} and {@code null}. JMESPath works on these values as they are ({@code JcfRuntime}).
 */
public final class Json {
    /** The deepest nesting that is read from strangers. */
    public static final int DEEPEST = 32;
    /** The longest name that is read from strangers, in UTF-16 code units. */
    public static final int LONGEST_NAME = 128;
    /** The most digits of a number from strangers. Twice as many is the largest power of ten, so that none grows when written out. */
    public static final int LONGEST_NUMBER = 64;
    /** The cap where the caller names none, in bytes: the largest message of SQS. */
    public static final int MOST_BYTES = 1_048_576;

    private static final JsonFactory STRANGERS = factory(StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER)
            .maxStringLength(Integer.MAX_VALUE).build());
    // What we wrote may hold names that came by another road than JSON, a form field's, which has limits of its own.
    private static final JsonFactory OURS = factory(StreamReadConstraints.builder()
            .maxNestingDepth(4 * DEEPEST).maxNumberLength(2 * LONGEST_NUMBER)
            .maxStringLength(Integer.MAX_VALUE).build());

    private static final Known KNOWN = new Known();

    private Json() {}

    /** As {@link #read(byte[], int)} with {@link #MOST_BYTES}. */
    public static Object read(byte[] document) throws JsonRefused {
        return read(document, MOST_BYTES);
    }

    /**
     * Reads a document from outside. A byte order mark is skipped; half of a surrogate pair becomes U+FFFD, because
     * senders cut texts in the middle of an emoji.
     *
     * @param mostBytes the longest document, which also bounds its texts
     * @throws JsonRefused for anything but one well-formed document within the limits
     */
    public static Object read(byte[] document, int mostBytes) throws JsonRefused {
        if (document.length > mostBytes) {
            throw new JsonRefused(JsonRefused.Reason.TOO_LONG);
        }
        try {
            return parse(STRANGERS, LONGEST_NAME, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString());
        } catch (CharacterCodingException e) {
            throw new JsonRefused(JsonRefused.Reason.ENCODING);
        }
    }

    /** As {@link #read(byte[])}, for text that was decoded already, such as JSON inside a form field. */
    public static Object read(String document) throws JsonRefused {
        if (document.length() > MOST_BYTES) {
            throw new JsonRefused(JsonRefused.Reason.TOO_LONG);
        }
        return parse(STRANGERS, LONGEST_NAME, document);
    }

    /** As {@link #read(byte[], int)}, for a document that must be an object. */
    public static Map<String, Object> readObject(byte[] document, int mostBytes) throws JsonRefused {
        return object(read(document, mostBytes));
    }

    /**
     * Reads an object that the product itself wrote: a message, a stored document.
     *
     * @throws IllegalArgumentException if it is not one, which is a fault and nobody's refusal
     */
    public static Map<String, Object> readOwn(String document) {
        try {
            return object(parse(OURS, MOST_BYTES, document));
        } catch (JsonRefused refused) {
            throw new IllegalArgumentException("a document of our own is " + refused.reason().word(), refused);
        }
    }

    /**
     * The same for what is read again and again, histories and settings. It may stay in memory, so it must hold nothing personal.
     *
     * @throws IllegalArgumentException as {@link #readOwn}
     */
    public static Map<String, Object> readKnown(String document) {
        return KNOWN.read(document, Json::readOwn);
    }

    /**
     * One line of JSON. Takes the values that {@link #read} gives, {@link Integer}, {@link java.time.Instant} (as ISO 8601),
     * enums (their name) and {@link java.util.Optional} (its value or {@code null}).
     *
     * @throws IllegalArgumentException for any other value, or a map with a key that is not text
     */
    public static String write(Object value) {
        var out = new StringWriter(256);
        try (var generator = OURS.createGenerator(out)) {
            JsonWriter.write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    /** {@link #write} in UTF-8. */
    public static byte[] writeBytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // JsonReader makes no map with other keys than text
    private static Map<String, Object> object(Object value) throws JsonRefused {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new JsonRefused(JsonRefused.Reason.NOT_AN_OBJECT);
    }

    private static Object parse(JsonFactory factory, int longestName, String document) throws JsonRefused {
        var text = document.startsWith("\uFEFF") ? document.substring(1) : document;
        try (var parser = factory.createParser(text)) {
            return new JsonReader(parser, longestName).document();
        } catch (StreamConstraintsException e) {
            throw new JsonRefused(JsonRefused.Reason.LIMIT);
        } catch (JsonProcessingException e) {
            throw new JsonRefused(JsonRefused.Reason.SYNTAX);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static JsonFactory factory(StreamReadConstraints constraints) {
        return JsonFactory.builder()
                // Names are a stranger's: a table of them that lives as long as the process is a table to fill.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(constraints)
                .build();
    }
}
