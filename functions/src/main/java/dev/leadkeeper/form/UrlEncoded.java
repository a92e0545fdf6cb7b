package dev.leadkeeper.form;

import dev.leadkeeper.form.Decoded.Document;
import dev.leadkeeper.form.Decoded.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code application/x-www-form-urlencoded}, with the nesting that PHP made common: {@code fields[name][value]=…},
 * {@code choice[]=…}. A name that comes again makes a list. A percent sign that starts no byte stands for itself.
 */
final class UrlEncoded {
    /** More are refused. */
    static final int MOST_PARAMETERS = 500;
    /** Names nested deeper are taken as they are written. */
    static final int DEEPEST = 8;

    private UrlEncoded() {}

    static Decoded parse(String text, Charset charset) {
        var pairs = new ArrayList<Map.Entry<String, Object>>();
        int start = 0;
        while (start <= text.length()) {
            var end = text.indexOf('&', start);
            var pair = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() + 1 : end + 1;
            if (pair.isEmpty()) {
                continue;
            }
            if (pairs.size() == MOST_PARAMETERS) {
                return new Unreadable("more than " + MOST_PARAMETERS + " parameters");
            }
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals), charset, true);
            var value = decode(equals < 0 ? "" : pair.substring(equals + 1), charset, true);
            if (name.isEmpty() || value.isEmpty()) {
                return new Unreadable("the text is not " + charset);
            }
            pairs.add(Map.entry(name.get().strip(), value.get()));
        }
        return new Document(nest(pairs));
    }

    /** Names with brackets become maps within maps. */
    static Map<String, Object> nest(List<Map.Entry<String, Object>> pairs) {
        var root = new LinkedHashMap<String, Object>();
        pairs.forEach(pair -> put(root, pair.getKey(), pair.getValue()));
        return root;
    }

    private static void put(Map<String, Object> root, String name, Object value) {
        var steps = steps(name);
        var map = root;
        for (var step : steps.subList(0, steps.size() - 1)) {
            var inner = map.computeIfAbsent(step, any -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof LinkedHashMap<?, ?>)) {
                add(root, name, value); // a[b] after a: both are kept, side by side
                return;
            }
            @SuppressWarnings("unchecked") // only this method makes these maps
            var next = (Map<String, Object>) inner;
            map = next;
        }
        add(map, steps.getLast(), value);
    }

    private static void add(Map<String, Object> map, String name, Object value) {
        switch (map.get(name)) {
            case null -> map.put(name, value);
            case List<?> list -> {
                var longer = new ArrayList<Object>(list);
                longer.add(value);
                map.put(name, longer);
            }
            case Object first -> map.put(name, new ArrayList<>(List.of(first, value)));
        }
    }

    /** {@code a[b][c]} as a, b, c; a trailing {@code []} only says that there may be several. */
    private static List<String> steps(String name) {
        var open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        var steps = new ArrayList<String>();
        steps.add(name.substring(0, open));
        var rest = name.substring(open + 1, name.length() - 1);
        if (!rest.isEmpty()) {
            steps.addAll(List.of(rest.split("]\\[", -1)));
            if (steps.getLast().isEmpty()) {
                steps.removeLast();
            }
        }
        return steps.size() > DEEPEST ? List.of(name) : steps;
    }

    /** Percent-decoded, empty if the bytes are not in this charset. */
    static Optional<String> decode(String text, Charset charset, boolean plusIsBlank) {
        if (text.indexOf('%') < 0) {
            return Optional.of(plusIsBlank ? text.replace('+', ' ') : text);
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            var c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
                bytes.write(digit(text, i + 1) << 4 | digit(text, i + 2));
                i += 3;
            } else {
                var end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes((plusIsBlank && c == '+' ? " " : text.substring(i, end)).getBytes(charset));
                i = end;
            }
        }
        return Decoder.text(bytes.toByteArray(), charset);
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
