package dev.leadkeeper.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Something right made wrong in one to four ways. */
public final class Mutations {
    private static final List<String> SPLICES = List.of("{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1e999999999", "1e400",
            "99999999999999999999999999", "\\u0000", "\\ud800", "%", "%zz", "%ff", "[a][b][c][d][e][f][g][h][i][j]", "&", "=", "\r\n", "--",
            "\u202e", "𠮷", "\u0000", "+86 138****1234", "@", "''", "`", "{\"value\":{\"value\":[[[[]]]]}}", "[[]]", "{\"a\":1,\"a\":2}", "市辖区", "１３９");
    private static final List<Object> VALUES = Arrays.asList(null, true, 0, 1, -1, 99, Long.MAX_VALUE, 1.5, "", " ", "a", "0", "上海", "x".repeat(3_000),
            "a\u0000b", "*", "${x}", "[[", "?", "2026-02-30", List.of(), Map.of(), List.of(List.of()), List.of(Map.of("when", Map.of())),
            Map.of("all", List.of()), Map.of("a", Map.of("b", List.of(1, "x"))));

    private final Random random;

    public Mutations(Random random) {
        this.random = random;
    }

    /** Bytes that were text, mostly JSON: flipped, cut, doubled, with pieces put in and values exchanged. */
    public byte[] of(byte[] original) {
        var bytes = original.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            bytes = switch (random.nextInt(6)) {
                case 0 -> flipped(bytes);
                case 1 -> cut(bytes);
                case 2 -> spliced(bytes, one(SPLICES).getBytes(StandardCharsets.UTF_8));
                case 3 -> replaced(bytes);
                case 4 -> doubled(bytes);
                default -> spliced(bytes, noise());
            };
        }
        return bytes;
    }

    /** A document whose values are exchanged, left out, doubled or put under other names, somewhere. */
    public Map<String, Object> of(Map<?, ?> document) {
        Object mutant = document;
        for (int n = random.nextInt(4); n >= 0; n--) {
            mutant = somewhere(mutant, 0.25);
        }
        var named = new LinkedHashMap<String, Object>();
        if (mutant instanceof Map<?, ?> map) {
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
        }
        return named;
    }

    /** One of these. */
    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Object somewhere(Object value, double here) {
        if (random.nextDouble() < here) {
            return one(VALUES);
        }
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> within(map);
            case List<?> list when !list.isEmpty() -> within(list);
            case null, default -> one(VALUES);
        };
    }

    private Map<Object, Object> within(Map<?, ?> map) {
        var copy = new LinkedHashMap<Object, Object>(map);
        var name = one(new ArrayList<>(copy.keySet()));
        switch (random.nextInt(8)) {
            case 0 -> copy.remove(name);
            case 1 -> copy.put(name + "s", copy.remove(name));
            case 2 -> copy.put(one(new ArrayList<>(copy.keySet())), copy.get(name));
            default -> copy.put(name, somewhere(copy.get(name), 0.25));
        }
        return copy;
    }

    private List<Object> within(List<?> list) {
        var copy = new ArrayList<Object>(list);
        int at = random.nextInt(copy.size());
        switch (random.nextInt(8)) {
            case 0 -> copy.remove(at);
            case 1 -> copy.add(copy.get(at));
            default -> copy.set(at, somewhere(copy.get(at), 0.25));
        }
        return copy;
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] cut(byte[] bytes) {
        var from = random.nextInt(bytes.length + 1);
        return join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, Math.min(bytes.length, from + random.nextInt(30)), bytes.length));
    }

    private byte[] spliced(byte[] bytes, byte[] piece) {
        var at = random.nextInt(bytes.length + 1);
        return join(Arrays.copyOf(bytes, at), piece, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /** A quoted value becomes something else, so that the document stays one. */
    private byte[] replaced(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var values = new ArrayList<Integer>();
        for (int at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
            values.add(at + 2);
        }
        if (values.isEmpty()) {
            return bytes;
        }
        var start = one(values);
        var end = text.indexOf(',', start);
        var piece = List.of("null", "[]", "{}", "0", "\"\"", "[null,[{}],\"x\"]", "{\"value\":\"x\"}", "1.5e3", "false", "\"" + "长".repeat(5_000) + "\"");
        return end < 0 ? bytes : (text.substring(0, start) + one(piece) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] doubled(byte[] bytes) {
        return bytes.length > 30_000 ? bytes : join(bytes, bytes);
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
