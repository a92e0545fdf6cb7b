package dev.leadkeeper.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A value of a document together with its path. Reading never throws: what is wrong goes onto the list of problems and
 * a harmless stand-in is returned, so that one pass finds every mistake.
 */
record Node(Object value, String path, List<String> problems) {

    static Node root(Object value) {
        return new Node(value, "", new ArrayList<>());
    }

    /** Notes a mistake. */
    void problem(String what) {
        problems.add((path.isEmpty() ? "document" : path) + ": " + what);
    }

    /** The value under a key; missing if this is no map. */
    Node at(String key) {
        var child = value instanceof Map<?, ?> map ? map.get(key) : null;
        return new Node(child, path.isEmpty() ? key : path + "." + key, problems);
    }

    boolean missing() {
        return value == null;
    }

    boolean isMap() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** The keys, as text; a mistake unless this is a map or missing. */
    List<String> keys() {
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().map(String::valueOf).toList();
        }
        if (value != null) {
            problem("must be a map of names to values");
        }
        return List.of();
    }

    /** Notes every key that is not one of these. */
    Node only(String... known) {
        for (var key : keys()) {
            if (!Arrays.asList(known).contains(key)) {
                at(key).problem("unknown key; " + Spelling.hint(key, List.of(known)));
            }
        }
        return this;
    }

    /** The elements; a mistake unless this is a list or missing. */
    List<Node> items() {
        if (value instanceof List<?> list) {
            var out = new ArrayList<Node>(list.size());
            for (int i = 0; i < list.size(); i++) {
                out.add(new Node(list.get(i), path + "[" + i + "]", problems));
            }
            return out;
        }
        if (value != null) {
            problem("must be a list");
        }
        return List.of();
    }

    /** The elements of a list, or the value itself as the only one; none if missing. */
    List<Node> oneOrMore() {
        return isList() ? items() : missing() ? List.of() : List.of(this);
    }

    /** The text (a number is taken as it is written), or {@code null} if missing. */
    String text() {
        return switch (value) {
            case null -> null;
            case String text when !text.isBlank() -> text.strip();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Object other -> {
                problem(other instanceof String ? "must not be empty" : "must be text");
                yield null;
            }
        };
    }

    /** The text, which must be there. */
    String required() {
        if (missing()) {
            problem("is missing");
            return "";
        }
        var text = text();
        return text == null ? "" : text;
    }

    /** One text or a list of texts. */
    List<String> texts() {
        return oneOrMore().stream().map(Node::required).filter(text -> !text.isEmpty()).toList();
    }

    /** The whole number within the bounds, or {@code null} if missing. */
    Integer number(int least, int most) {
        var number = decimal();
        if (number == null) {
            return null;
        }
        try {
            int whole = number.intValueExact();
            if (whole >= least && whole <= most) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // not whole, or far beyond: the same mistake as out of bounds
        }
        problem("must be a whole number from " + least + " to " + most);
        return null;
    }

    /** The number, or {@code null} if missing. */
    BigDecimal decimal() {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString());
            } catch (NumberFormatException e) {
                problem("must be a finite number");
                return null;
            }
        }
        if (value != null) {
            problem("must be a number");
        }
        return null;
    }

    /** The flag, {@code otherwise} if missing. */
    boolean flag(boolean otherwise) {
        return switch (value) {
            case null -> otherwise;
            case Boolean flag -> flag;
            case Object other -> {
                problem("must be true or false");
                yield otherwise;
            }
        };
    }
}
