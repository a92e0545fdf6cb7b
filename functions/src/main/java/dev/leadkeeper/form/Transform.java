package dev.leadkeeper.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a definition may do with a value on its way into the lead. Total: whatever it cannot work with stays as it is. */
sealed interface Transform {
    Object apply(Object value);

    /** The first element of a list. */
    record First() implements Transform {
        @Override
        public Object apply(Object value) {
            return value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
        }
    }

    /** A list as one text. */
    record Join(String separator) implements Transform {
        @Override
        public Object apply(Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(Texts::of).filter(Objects::nonNull).collect(Collectors.joining(separator)) : value;
        }
    }

    /** A text as a list. */
    record Split(String separator) implements Transform {
        @Override
        public Object apply(Object value) {
            return value instanceof String text ? List.of(text.split(Pattern.quote(separator))) : value;
        }
    }

    /** The word that the table has for the value, or for each value of a list; others stay. */
    record Lookup(Map<String, String> table) implements Transform {
        public Lookup {
            table = Map.copyOf(table);
        }

        @Override
        public Object apply(Object value) {
            if (value instanceof List<?> list) {
                var out = new ArrayList<Object>();
                list.forEach(each -> out.add(apply(each)));
                return out;
            }
            var text = Texts.of(value);
            return text == null ? value : table.getOrDefault(text, text);
        }
    }

    /** What stands before the first of this text. */
    record Before(String mark) implements Transform {
        @Override
        public Object apply(Object value) {
            return value instanceof String text && text.contains(mark) ? text.substring(0, text.indexOf(mark)) : value;
        }
    }

    /** What stands after the first of this text. */
    record After(String mark) implements Transform {
        @Override
        public Object apply(Object value) {
            return value instanceof String text && text.contains(mark) ? text.substring(text.indexOf(mark) + mark.length()) : value;
        }
    }
}
