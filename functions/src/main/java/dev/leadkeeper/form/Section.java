package dev.leadkeeper.form;

import io.burt.jmespath.JmesPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One map of a definition while it is read: notes each problem with its place, and at the end each key that nobody asked for.
 * After a problem the values it gives are usable placeholders, because the definition is refused anyway.
 */
final class Section {
    private static final Path EVERYTHING = Path.compile("@");

    private final Map<?, ?> map;
    private final String place;
    private final List<String> problems;
    private final Set<String> mentioned;
    private final Set<String> read = new HashSet<>();

    private Section(Map<?, ?> map, String place, List<String> problems, Set<String> mentioned) {
        this.map = map;
        this.place = place;
        this.problems = problems;
        this.mentioned = mentioned;
    }

    /** @param mentioned takes up the names of fields that paths mention */
    static Section root(Map<?, ?> map, List<String> problems, Set<String> mentioned) {
        return new Section(map, "", problems, mentioned);
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    void problem(String key, String what) {
        problems.add(at(key) + ": " + what);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private Object get(String key) {
        read.add(key);
        return map.get(key);
    }

    /** The text, or {@code null}; numbers and flags count as the text they are written as. */
    String text(String key) {
        return switch (get(key)) {
            case null -> null;
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> {
                problem(key, "must be text");
                yield null;
            }
        };
    }

    String text(String key, String otherwise) {
        var text = text(key);
        return text == null ? otherwise : text;
    }

    String required(String key) {
        var text = text(key);
        if (text == null || text.isBlank()) {
            problem(key, "is missing");
            return "";
        }
        return text;
    }

    /** A text of at least one character, which may be a blank. */
    String mark(String key) {
        var text = text(key, "");
        if (text.isEmpty()) {
            problem(key, "is missing");
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        return switch (get(key)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> {
                problem(key, "must be true or false");
                yield otherwise;
            }
        };
    }

    /** A whole number of at least 1, or {@code null}. */
    Integer count(String key) {
        return switch (get(key)) {
            case null -> null;
            case Number number when number.longValue() >= 1 && number.longValue() <= Integer.MAX_VALUE -> number.intValue();
            default -> {
                problem(key, "must be a whole number of at least 1");
                yield null;
            }
        };
    }

    /** One of the words of an enum, in lower case. */
    <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
        var text = text(key);
        return text == null ? otherwise : word(key, text, words, otherwise);
    }

    private <E extends Enum<E>> E word(String key, String text, Class<E> words, E otherwise) {
        for (var word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        problem(key, "unknown word " + text);
        return otherwise;
    }

    <E extends Enum<E>> List<E> words(String key, Class<E> words) {
        return texts(key).stream().map(text -> word(key, text, words, words.getEnumConstants()[0])).toList();
    }

    /** A text or a list of texts. */
    List<String> texts(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case List<?> list -> {
                var texts = new ArrayList<String>();
                for (var each : list) {
                    if (each instanceof String || each instanceof Number) {
                        texts.add(each.toString());
                    } else {
                        problem(key, "must hold texts only");
                    }
                }
                yield texts;
            }
            default -> text(key) == null ? List.of() : List.of(text(key));
        };
    }

    <T> List<T> each(String key, Function<String, T> make) {
        var made = new ArrayList<T>();
        for (var text : texts(key)) {
            try {
                made.add(make.apply(text));
            } catch (IllegalArgumentException | JmesPathException e) {
                problem(key, text + ": " + e.getMessage());
            }
        }
        return made;
    }

    /** Paths whose names count as known fields. */
    List<Path> paths(String key) {
        var paths = each(key, Path::compile);
        paths.forEach(path -> mentioned.addAll(path.names()));
        return paths;
    }

    /** Paths of rows and the like, whose names are not those of fields. */
    List<Path> innerPaths(String key, String otherwise) {
        return has(key) || otherwise == null ? each(key, Path::compile) : List.of(Path.compile(otherwise));
    }

    Path path(String key, String otherwise) {
        var paths = innerPaths(key, otherwise);
        if (paths.size() != 1) {
            if (otherwise == null && !has(key)) {
                problem(key, "is missing");
            }
            return EVERYTHING;
        }
        return paths.getFirst();
    }

    Path optionalPath(String key) {
        return has(key) ? path(key, null) : null;
    }

    /** The map under this key, or {@code null}. */
    Section section(String key) {
        return switch (get(key)) {
            case null -> null;
            case Map<?, ?> inner -> new Section(inner, at(key), problems, mentioned);
            default -> {
                problem(key, "must be a map");
                yield null;
            }
        };
    }

    /** The maps under this key, which may also be a single one. */
    List<Section> sections(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case Map<?, ?> inner -> List.of(new Section(inner, at(key), problems, mentioned));
            case List<?> list -> {
                var sections = new ArrayList<Section>();
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Map<?, ?> inner) {
                        sections.add(new Section(inner, at(key) + "[" + i + "]", problems, mentioned));
                    } else {
                        problem(key + "[" + i + "]", "must be a map");
                    }
                }
                yield sections;
            }
            default -> {
                problem(key, "must be a list of maps");
                yield List.of();
            }
        };
    }

    /** Its keys, in their order. */
    List<String> keys() {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    /** The whole map as words; all its keys count as read. */
    Map<String, String> table() {
        var table = new LinkedHashMap<String, String>();
        map.forEach((key, value) -> {
            read.add(String.valueOf(key));
            if (value instanceof String || value instanceof Number) {
                table.put(String.valueOf(key), value.toString());
            } else {
                problem(String.valueOf(key), "must be text");
            }
        });
        return table;
    }

    /** Names every key that was never asked for. */
    void done() {
        keys().stream().filter(key -> !read.contains(key)).forEach(key -> problem(key, "unknown key"));
    }
}
