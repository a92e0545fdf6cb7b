package dev.leadkeeper.fake;

import dev.leadkeeper.port.Store;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Values as DynamoDB holds them: which are allowed, how large they are, and copies that share nothing.
 * Sizes: docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
final class Items {
    /** Bytes of one item, names included. */
    static final int LARGEST = 409_600;
    /** Levels of lists and maps and of the value in the innermost. */
    static final int DEEPEST = 32;

    private Items() {}

    /** What an unmodifiable item is kept as and lent to everybody: whether it holds bytes is looked up once and not with every read. */
    static Map<String, Object> kept(Map<String, Object> item) {
        return item instanceof WithBytes || !holdsBytes(item) ? item : new WithBytes(item);
    }

    /** An unmodifiable item whose bytes, which nobody can make unmodifiable, are copied for everybody who asks for them. */
    private static final class WithBytes extends AbstractMap<String, Object> {
        private final Map<String, Object> item;

        private WithBytes(Map<String, Object> item) {
            this.item = item;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return copy(item).entrySet();
        }

        @Override
        public Object get(Object name) {
            var value = item.get(name);
            return holdsBytes(value) ? copy(value) : value;
        }

        @Override
        public boolean containsKey(Object name) {
            return item.containsKey(name);
        }

        @Override
        public int size() {
            return item.size();
        }
    }

    private static boolean holdsBytes(Object value) {
        return switch (value) {
            case byte[] bytes -> true;
            case List<?> list -> anyHoldsBytes(list);
            case Map<?, ?> map -> anyHoldsBytes(map.values());
            case null, default -> false;
        };
    }

    private static boolean anyHoldsBytes(Iterable<?> values) {
        for (var each : values) { // every write comes by here: a loop costs a fifth of a stream
            if (holdsBytes(each)) {
                return true;
            }
        }
        return false;
    }

    /** An unmodifiable deep copy. @throws IllegalArgumentException for a value that no item holds */
    static Map<String, Object> copy(Map<String, Object> item) {
        var copy = LinkedHashMap.<String, Object>newLinkedHashMap(item.size());
        item.forEach((name, value) -> copy.put(name, copy(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** As {@link #copy(Map)}, for one value. */
    static Object copy(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Boolean flag -> flag;
            case byte[] bytes -> bytes.clone();
            case List<?> list -> {
                var copy = new ArrayList<Object>(list.size());
                list.forEach(each -> copy.add(copy(each)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                var copy = LinkedHashMap.<String, Object>newLinkedHashMap(map.size());
                map.forEach((name, each) -> copy.put((String) name, copy(each)));
                yield Collections.unmodifiableMap(copy);
            }
            case null, default -> throw foreign(value);
        };
    }

    /**
     * @throws Store.Fault if the item is too large or too deep
     * @throws IllegalArgumentException for a value that no item holds
     */
    static void check(Map<String, Object> item) {
        if (size(item, Items::mostBytes) <= LARGEST) {
            return; // every write comes by here, and hardly one is so large that its letters need be looked at
        }
        var size = size(item, Items::bytes);
        if (size > LARGEST) {
            throw new Store.Fault("item of " + size + " bytes", null);
        }
    }

    /**
     * @throws Store.Fault if the value is too deep
     * @throws IllegalArgumentException if no item holds it
     */
    static void check(Object value) {
        size(value, 1, Items::mostBytes);
    }

    private static long size(Map<String, Object> item, ToIntFunction<String> bytes) {
        var size = 0L;
        for (var entry : item.entrySet()) {
            if (entry.getKey().isEmpty()) {
                throw new Store.Fault("an attribute without name", null);
            }
            size += bytes.applyAsInt(entry.getKey()) + size(entry.getValue(), 1, bytes);
        }
        return size;
    }

    /** @throws IllegalArgumentException for a value that no item holds */
    private static long size(Object value, int depth, ToIntFunction<String> bytes) {
        if (depth > DEEPEST) {
            throw new Store.Fault("item of more than " + DEEPEST + " levels", null);
        }
        return switch (value) {
            case String text -> bytes.applyAsInt(text);
            case Long number -> digits(number) / 2 + 2;
            case Boolean flag -> 1;
            case byte[] raw -> raw.length;
            case List<?> list -> {
                var size = 3L;
                for (var each : list) {
                    size += 1 + size(each, depth + 1, bytes);
                }
                yield size;
            }
            case Map<?, ?> map -> {
                var size = 3L;
                for (var entry : map.entrySet()) {
                    size += 1 + bytes.applyAsInt((String) entry.getKey()) + size(entry.getValue(), depth + 1, bytes);
                }
                yield size;
            }
            case null, default -> throw foreign(value);
        };
    }

    private static int digits(long number) {
        var digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static IllegalArgumentException foreign(Object value) {
        return new IllegalArgumentException("no item holds " + (value == null ? null : value.getClass()));
    }

    /** As many bytes as a text of that length has in UTF-8 at the most. */
    static int mostBytes(String text) {
        return 3 * text.length();
    }

    /** Whether the text has more bytes than that in UTF-8. */
    static boolean isLonger(String text, int most) {
        return mostBytes(text) > most && bytes(text) > most;
    }

    /** Bytes of a text in UTF-8. */
    static int bytes(String text) {
        var bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
            bytes += c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
        }
        return bytes;
    }
}
