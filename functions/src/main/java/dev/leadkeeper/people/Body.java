package dev.leadkeeper.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads an object of a request strictly: what is of the wrong type, missing or unknown is a {@link Flaw}, and all flaws
 * are found at once. What has a flaw reads as if it were not there.
 */
public final class Body {
    /** What a field should hold, for people who read either language. */
    private record What(String en, String zh) {
        static final What OBJECT = new What("an object", "应为一个对象");

        static What line(int longest) {
            return new What("one line of 1 to " + longest + " characters", "应为 1 至 " + longest + " 个字符的一行文字");
        }
    }

    private final Map<?, ?> map;
    private final String prefix;
    private final List<Flaw> flaws;

    private Body(Map<?, ?> map, String prefix, List<Flaw> flaws) {
        this.map = map;
        this.prefix = prefix;
        this.flaws = flaws;
    }

    /** @param flaws gets what is wrong */
    public static Body of(Map<String, Object> map, List<Flaw> flaws) {
        return new Body(map, "", flaws);
    }

    /** A map of JSON as what it is: its keys are text. */
    @SuppressWarnings("unchecked") // the JSON reader makes no other keys
    public static Map<String, Object> texts(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** Every other field is a flaw. */
    public void only(Set<String> fields) {
        map.keySet().stream().map(String.class::cast).filter(field -> !fields.contains(field)).sorted()
                .forEach(field -> wrong(field, "no such field here", "没有这个字段"));
    }

    /** Adds a flaw. */
    public void wrong(String field, String problem) {
        flaws.add(new Flaw(prefix + field, problem));
    }

    /** Adds a flaw for somebody who may read Chinese. */
    public void wrong(String field, String problem, String zh) {
        flaws.add(new Flaw(prefix + field, problem, zh));
    }

    /** Whether the field is there, be it as {@code null}. */
    public boolean has(String field) {
        return map.containsKey(field);
    }

    /** Whether the field is there and {@code null}. */
    public boolean isNull(String field) {
        return map.containsKey(field) && map.get(field) == null;
    }

    /** The value as it is, {@code null} if there is none. */
    public Object raw(String field) {
        return map.get(field);
    }

    /** Adds a flaw if the field is missing. */
    public Body needs(String field) {
        if (!has(field)) {
            wrong(field, "is missing", "缺少");
        }
        return this;
    }

    /** One line of text, blanks around it trimmed, not empty. */
    public Optional<String> line(String field, int longest) {
        var what = What.line(longest);
        return typed(field, String.class, what).map(String::strip).filter(text -> isLine(text, longest) || flaw(field, what));
    }

    /** Text of one or several lines, blanks around it trimmed, not empty. */
    public Optional<String> text(String field, int longest) {
        var what = new What("text of 1 to " + longest + " characters", "应为 1 至 " + longest + " 个字符的文字");
        return typed(field, String.class, what).map(String::strip).filter(text -> isText(text, longest) || flaw(field, what));
    }

    public Optional<Boolean> flag(String field) {
        return typed(field, Boolean.class, new What("true or false", "应为 true 或 false"));
    }

    /** A whole number within bounds. */
    public Optional<Integer> number(String field, int least, int most) {
        var bounds = new What("a whole number from " + least + " to " + most, "应为 " + least + " 至 " + most + " 的整数");
        return typed(field, Long.class, bounds).filter(number -> number >= least && number <= most || flaw(field, bounds))
                .map(Long::intValue);
    }

    /** One of the values whose word it is. */
    public <T> Optional<T> word(String field, T[] values, Function<T, String> word) {
        var list = Arrays.stream(values).map(word).toList();
        var words = new What("one of " + list, "应为其中之一：" + String.join("、", list));
        return typed(field, String.class, words).flatMap(text -> {
            var found = Arrays.stream(values).filter(value -> word.apply(value).equals(text)).findFirst();
            if (found.isEmpty()) {
                flaw(field, words);
            }
            return found;
        });
    }

    /** What {@code reader} makes of a text: a day, a time, a time zone. */
    public <T> Optional<T> time(String field, Function<String, T> reader, String what, String zh) {
        var wanted = new What(what, zh);
        return typed(field, String.class, wanted).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (DateTimeException unreadable) {
                flaw(field, wanted);
                return Optional.empty();
            }
        });
    }

    /** A day of the years 2000–2199: beyond them nobody means one, and calendars end somewhere. */
    public Optional<LocalDate> day(String field) {
        return time(field, text -> Body.within(LocalDate.parse(text)), "a day such as 2026-11-22", "应为日期，例如 2026-11-22");
    }

    private static LocalDate within(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2199) {
            throw new DateTimeException("not of this time");
        }
        return day;
    }

    /** A list of lines, none twice. */
    public Optional<List<String>> lines(String field, int mostItems, int longest, String pattern, String what) {
        var list = list(field, mostItems);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < list.get().size(); i++) {
            if (!(list.get().get(i) instanceof String text) || !isLine(text, longest) || !text.matches(pattern)) {
                wrong(field + "[" + i + "]", what);
            } else if (lines.contains(text)) {
                wrong(field + "[" + i + "]", "is there twice", "重复");
            } else {
                lines.add(text);
            }
        }
        return lines.size() == list.get().size() ? Optional.of(lines) : Optional.empty();
    }

    /** The object under this field. */
    @SuppressWarnings("rawtypes") // keys of JSON are text
    public Optional<Body> object(String field) {
        return typed(field, Map.class, What.OBJECT).map((Map inner) -> new Body(inner, prefix + field + ".", flaws));
    }

    /** A list of objects. */
    public Optional<List<Body>> objects(String field, int mostItems) {
        return list(field, mostItems).flatMap(list -> {
            var bodies = new ArrayList<Body>();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> inner) {
                    bodies.add(new Body(inner, prefix + field + "[" + i + "].", flaws));
                } else {
                    flaw(field + "[" + i + "]", What.OBJECT);
                }
            }
            return bodies.size() == list.size() ? Optional.of(bodies) : Optional.empty();
        });
    }

    /** An object of lines by name. */
    public Optional<Map<String, String>> texts(String field, int mostEntries, int longest) {
        return typed(field, Map.class, What.OBJECT).map(map -> (Map<?, ?>) map).flatMap(map -> {
            var texts = new java.util.LinkedHashMap<String, String>();
            map.forEach((name, value) -> {
                if (value instanceof String text && isLine(text.strip(), longest) && map.size() <= mostEntries) {
                    texts.put((String) name, text.strip());
                } else {
                    flaw(field + "." + name, What.line(longest));
                }
            });
            return texts.size() == map.size() ? Optional.of(texts) : Optional.empty();
        });
    }

    private Optional<List<?>> list(String field, int mostItems) {
        var what = new What("a list of at most " + mostItems, "应为不超过 " + mostItems + " 项的列表");
        return typed(field, List.class, what).<List<?>>map(list -> list).filter(list -> list.size() <= mostItems || flaw(field, what));
    }

    private <T> Optional<T> typed(String field, Class<T> type, What what) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!type.isInstance(map.get(field))) {
            flaw(field, what);
            return Optional.empty();
        }
        return Optional.of(type.cast(map.get(field)));
    }

    /** Notes the flaw; always {@code false}. */
    private boolean flaw(String field, What wanted) {
        wrong(field, wanted.en(), wanted.zh());
        return false;
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(each -> Character.isISOControl(each)
                && each != '\n' && each != '\r' && each != '\t');
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(Body::isNoLetter);
    }

    /** Control characters, and those that turn the direction of what follows, by which a name shows another one. */
    private static boolean isNoLetter(int character) {
        return Character.isISOControl(character) || character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
