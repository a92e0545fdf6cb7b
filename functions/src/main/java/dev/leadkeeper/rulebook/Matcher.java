package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Region;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is asked of one value. Of a list or map, any element may meet it. */
public sealed interface Matcher {
    /** Whether the value, {@code null} if there is none, meets it. */
    boolean matches(Object value);

    /** The configured word that the value meets, if the matcher has words. */
    default Optional<String> word(Object value) {
        return Optional.empty();
    }

    /** Equal to one of these texts; a region also if it lies inside the place with that code. */
    record OneOf(List<Word> words) implements Matcher {
        @Override
        public boolean matches(Object value) {
            return word(value).isPresent();
        }

        @Override
        public Optional<String> word(Object value) {
            return words.stream().filter(word -> Values.any(value, each -> equal(word, each))).map(Word::shown).findFirst();
        }

        private static boolean equal(Word word, Object value) {
            return switch (value) {
                case Region region when region.code() != null -> region.within(word.shown());
                case Region region -> Word.fold(region.name()).equals(word.folded());
                case String text -> Word.fold(text).equals(word.folded());
                case Number number -> number.toString().equals(word.folded());
                case Boolean flag -> flag.toString().equals(word.folded());
                default -> false;
            };
        }
    }

    /** Contains one of these words. */
    record Contains(List<Word> words) implements Matcher {
        @Override
        public boolean matches(Object value) {
            return word(value).isPresent();
        }

        @Override
        public Optional<String> word(Object value) {
            return words.stream().filter(word -> Values.any(value, each -> contains(each, word))).map(Word::shown).findFirst();
        }

        private static boolean contains(Object value, Word word) {
            return switch (value) {
                case String text -> Word.fold(text).contains(word.folded());
                case Region region -> Word.fold(region.name()).contains(word.folded());
                default -> false;
            };
        }
    }

    /** A number within bounds, each of which may be {@code null}; text that is written as a number counts as one. */
    record Range(BigDecimal above, BigDecimal atLeast, BigDecimal below, BigDecimal atMost) implements Matcher {
        @Override
        public boolean matches(Object value) {
            return Values.any(value, each -> Values.number(each).filter(this::holds).isPresent());
        }

        private boolean holds(BigDecimal number) {
            return (above == null || number.compareTo(above) > 0)
                    && (atLeast == null || number.compareTo(atLeast) >= 0)
                    && (below == null || number.compareTo(below) < 0)
                    && (atMost == null || number.compareTo(atMost) <= 0);
        }
    }

    /** There is something, or there is nothing. */
    record Exists(boolean wanted) implements Matcher {
        @Override
        public boolean matches(Object value) {
            return wanted == Values.any(value, each -> !(each instanceof String text) || !text.isBlank());
        }
    }

    /** A region that is, or lies inside, one of these places (codes of {@link Region#path()}), by its whole path. */
    record Within(List<String> codes) implements Matcher {
        @Override
        public boolean matches(Object value) {
            return value instanceof Region region && codes.stream().anyMatch(region::within);
        }
    }

    /** Reading values whose type nobody vouches for. */
    final class Values {
        private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,9})?");

        private Values() {}

        /** Whether the value itself, or any element of a list or map, holds. */
        static boolean any(Object value, Predicate<Object> holds) {
            return switch (value) {
                case null -> false;
                case List<?> list -> list.stream().anyMatch(each -> any(each, holds));
                case Map<?, ?> map -> map.values().stream().anyMatch(each -> any(each, holds));
                default -> holds.test(value);
            };
        }

        static Optional<BigDecimal> number(Object value) {
            return switch (value) {
                case Integer number -> Optional.of(BigDecimal.valueOf(number));
                case Long number -> Optional.of(BigDecimal.valueOf(number));
                case BigDecimal number -> Optional.of(number);
                case String text when NUMBER.matcher(text.strip()).matches() -> Optional.of(new BigDecimal(text.strip()));
                default -> Optional.empty();
            };
        }
    }
}
