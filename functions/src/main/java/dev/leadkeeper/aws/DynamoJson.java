package dev.leadkeeper.aws;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Attributes as DynamoDB's JSON spells them, {@code {"S": "text"}}, and a request's fields, of which those that are not set are
 * left out. docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
final class DynamoJson {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A field; {@code null} for none. */
    DynamoJson put(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** A field of attributes. */
    DynamoJson attributes(String name, boolean has, Map<String, AttributeValue> attributes) {
        return has ? put(name, write(attributes)) : this;
    }

    /** What the placeholders of an expression stand for. */
    DynamoJson placeholders(boolean hasNames, Map<String, String> names, boolean hasValues, Map<String, AttributeValue> values) {
        return put("ExpressionAttributeNames", hasNames ? names : null).attributes("ExpressionAttributeValues", hasValues, values);
    }

    Map<String, Object> done() {
        return fields;
    }

    static Map<String, Object> write(Map<String, AttributeValue> attributes) {
        var written = LinkedHashMap.<String, Object>newLinkedHashMap(attributes.size());
        attributes.forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    private static Map<String, Object> write(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
            case M -> Map.of("M", write(value.m()));
            case L -> {
                var list = new ArrayList<>(value.l().size());
                value.l().forEach(each -> list.add(write(each)));
                yield Map.of("L", list);
            }
            case SS, NS, BS, NUL, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("no item of ours holds a " + value.type());
        };
    }

    /** @param json an object of attributes, {@code null} for none */
    static Map<String, AttributeValue> read(Object json) {
        if (json == null) {
            return null;
        }
        var object = (Map<?, ?>) json;
        var read = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(object.size());
        object.forEach((name, value) -> read.put((String) name, value((Map<?, ?>) value)));
        return read;
    }

    /** @param json an array of objects of attributes, {@code null} for none */
    static List<Map<String, AttributeValue>> readAll(Object json) {
        var read = new ArrayList<Map<String, AttributeValue>>();
        for (var each : json == null ? List.of() : (List<?>) json) {
            read.add(read(each));
        }
        return read;
    }

    private static AttributeValue value(Map<?, ?> json) {
        var entry = json.entrySet().iterator().next();
        var value = entry.getValue();
        return switch ((String) entry.getKey()) {
            case "S" -> AttributeValue.builder().s((String) value).build();
            case "N" -> AttributeValue.builder().n((String) value).build();
            case "BOOL" -> AttributeValue.builder().bool((Boolean) value).build();
            case "B" -> AttributeValue.builder().b(SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode((String) value))).build();
            case "M" -> AttributeValue.builder().m(read(value)).build();
            case "L" -> {
                var list = new ArrayList<AttributeValue>();
                ((List<?>) value).forEach(each -> list.add(value((Map<?, ?>) each)));
                yield AttributeValue.builder().l(list).build();
            }
            case "NULL" -> AttributeValue.builder().nul(true).build();
            case "SS" -> AttributeValue.builder().ss(texts(value)).build();
            case "NS" -> AttributeValue.builder().ns(texts(value)).build();
            // A set of bytes, or what came after this was written: no item of ours holds one, and its reader says so.
            default -> AttributeValue.builder().build();
        };
    }

    private static List<String> texts(Object json) {
        return ((List<?>) json).stream().map(String.class::cast).toList();
    }
}
