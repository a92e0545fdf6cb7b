package dev.leadkeeper.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;

/** Turns a stream of tokens into plain values. */
final class JsonReader {
    private final JsonParser parser;
    private final int longestName;

    /** @param longestName in UTF-16 code units; Jackson itself counts them only in some of its parsers */
    JsonReader(JsonParser parser, int longestName) {
        this.parser = parser;
        this.longestName = longestName;
    }

    Object document() throws IOException, JsonRefused {
        if (parser.nextToken() == null) {
            throw new JsonRefused(JsonRefused.Reason.SYNTAX);
        }
        var value = value();
        if (parser.nextToken() != null) {
            throw new JsonRefused(JsonRefused.Reason.TRAILING);
        }
        return value;
    }

    private Object value() throws IOException, JsonRefused {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> wellFormed(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new JsonRefused(JsonRefused.Reason.SYNTAX);
        };
    }

    private Object object() throws IOException, JsonRefused {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var before = object.size();
            var name = wellFormed(parser.currentName());
            if (name.length() > longestName) {
                throw new JsonRefused(JsonRefused.Reason.LIMIT);
            }
            parser.nextToken();
            object.put(name, value());
            if (object.size() == before) {
                throw new JsonRefused(JsonRefused.Reason.DUPLICATE_NAME);
            }
        }
        return Collections.unmodifiableMap(object);
    }

    private Object array() throws IOException, JsonRefused {
        var array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return Collections.unmodifiableList(array);
    }

    private Object whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> parser.getDecimalValue();
        };
    }

    private Object fraction() throws IOException, JsonRefused {
        try {
            var number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > 2L * Json.LONGEST_NUMBER) {
                throw new JsonRefused(JsonRefused.Reason.LIMIT);
            }
            return isWhole(number) ? (Object) number.longValueExact() : number;
        } catch (NumberFormatException e) {
            throw new JsonRefused(JsonRefused.Reason.LIMIT); // an exponent beyond an int
        }
    }

    /** Such as 5e0, which is written as 5 and would be read as a long the next time. */
    private static boolean isWhole(BigDecimal number) {
        return number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
    }

    /** The text with U+FFFD for each half of a surrogate pair: nothing else has UTF-8 bytes for it. */
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }
}
