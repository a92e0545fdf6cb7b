package dev.leadkeeper.rulebook;

import java.util.List;
import java.util.Optional;

/** What must hold of a lead. A value of another type than expected makes a condition false, never an error. */
public sealed interface Condition {
    /** Holds of every lead. */
    Condition ALWAYS = new All(List.of());

    /** Whether it holds. */
    boolean holds(Fields fields);

    /** The first configured word that made it hold, if one did. */
    Optional<String> word(Fields fields);

    /** Each part holds. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            for (var part : parts) {
                if (!part.holds(fields)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<String> word(Fields fields) {
            return parts.stream().flatMap(part -> part.word(fields).stream()).findFirst();
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            for (var part : parts) {
                if (part.holds(fields)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<String> word(Fields fields) {
            return parts.stream().filter(part -> part.holds(fields)).flatMap(part -> part.word(fields).stream()).findFirst();
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            return !part.holds(fields);
        }

        @Override
        public Optional<String> word(Fields fields) {
            return Optional.empty();
        }
    }

    /** A field's value, or any element of it if it is a list, meets the matcher. */
    record Test(String field, Matcher matcher) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            return matcher.matches(fields.value(field));
        }

        @Override
        public Optional<String> word(Fields fields) {
            return matcher.word(fields.value(field));
        }
    }
}
