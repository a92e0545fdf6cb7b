package dev.leadkeeper.infra.bench.units;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Sizes of items and what reading and writing them consumes.
 * docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html and …/read-write-operations.html
 */
final class Sizes {
    private static final int WRITE_UNIT = 1024;
    private static final int READ_UNIT = 4096;

    private Sizes() {}

    /** Bytes of an item, names included; 0 for none. */
    static long item(Map<String, Object> item) {
        return item.entrySet().stream().mapToLong(each -> utf8(each.getKey()) + value(each.getValue())).sum();
    }

    private static long value(Object value) {
        return switch (value) {
            case String text -> utf8(text);
            // One byte for two significant digits and one more; trailing zeros do not count, which is left aside here.
            case Long number -> (Long.toString(Math.abs(number)).length() + 1) / 2 + (number < 0 ? 2 : 1);
            case Boolean flag -> 1;
            case byte[] bytes -> bytes.length;
            case List<?> list -> 3 + list.stream().mapToLong(each -> 1 + value(each)).sum();
            case Map<?, ?> map -> 3 + map.entrySet().stream().mapToLong(each -> 1 + utf8((String) each.getKey()) + value(each.getValue())).sum();
            case null, default -> throw new IllegalArgumentException("no item holds " + value);
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Units of a write by the larger of the item before and after: one for each begun kilobyte, at least one. */
    static long writeUnits(long before, long after) {
        return begun(Math.max(before, after), WRITE_UNIT);
    }

    /** Units of a strongly consistent read: one for each begun 4 KB, at least one. */
    static long readUnits(long bytes) {
        return begun(bytes, READ_UNIT);
    }

    private static long begun(long bytes, int unit) {
        return Math.max(1, (bytes + unit - 1) / unit);
    }
}
