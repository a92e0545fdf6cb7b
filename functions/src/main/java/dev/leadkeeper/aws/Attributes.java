package dev.leadkeeper.aws;

import dev.leadkeeper.port.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plain values as DynamoDB spells them, by hand: no reflection at a cold start. */
final class Attributes {
    private Attributes() {}

    static Map<String, AttributeValue> write(Map<String, Object> item) {
        var written = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(item.size());
        item.forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    /** @throws IllegalArgumentException for a value that no item holds */
    static AttributeValue write(Object value) {
        return switch (value) {
            case String text -> AttributeValue.builder().s(text).build();
            case Long number -> AttributeValue.builder().n(number.toString()).build();
            case Boolean flag -> AttributeValue.builder().bool(flag).build();
            case byte[] bytes -> AttributeValue.builder().b(SdkBytes.fromByteArray(bytes)).build();
            case List<?> list -> {
                var values = new ArrayList<AttributeValue>(list.size());
                list.forEach(each -> values.add(write(each)));
                yield AttributeValue.builder().l(values).build();
            }
            case Map<?, ?> map -> {
                var values = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(map.size());
                map.forEach((name, each) -> values.put((String) name, write(each)));
                yield AttributeValue.builder().m(values).build();
            }
            case null, default ->
                    throw new IllegalArgumentException("no item holds " + (value == null ? null : value.getClass()));
        };
    }

    /** Unmodifiable. */
    static Map<String, Object> read(Map<String, AttributeValue> item) {
        var read = LinkedHashMap.<String, Object>newLinkedHashMap(item.size());
        item.forEach((name, value) -> read.put(name, read(value)));
        return Collections.unmodifiableMap(read);
    }

    private static Object read(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> number(value.n());
            case BOOL -> value.bool();
            case B -> value.b().asByteArray();
            case L -> {
                var values = new ArrayList<Object>(value.l().size());
                value.l().forEach(each -> values.add(read(each)));
                yield Collections.unmodifiableList(values);
            }
            case M -> read(value.m());
            case SS, NS, BS, NUL, UNKNOWN_TO_SDK_VERSION ->
                    throw new Store.Fault("an item holds a " + value.type() + " that we never write", null);
        };
    }

    private static Long number(String digits) {
        try {
            return new BigDecimal(digits).longValueExact();
        } catch (ArithmeticException e) {
            throw new Store.Fault("an item holds a number beyond a long", e);
        }
    }
}
