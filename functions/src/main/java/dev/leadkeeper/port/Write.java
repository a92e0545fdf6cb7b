package dev.leadkeeper.port;

import java.util.List;
import java.util.Map;

/**
 * One conditional write. Items are maps from attribute to value; values are {@link String}, {@link Long},
 * {@link Boolean}, {@code byte[]}, {@link List} and {@link Map} (keyed by text) of these, never {@code null}. An item
 * has at most 400 KB (409,600 bytes, names and values in UTF-8) and 32 levels (the innermost value is one); more is a {@link Store.Fault}.
 * Attributes that are keys of an {@link Index} hold non-empty text.
 */
public sealed interface Write {
    Key key();

    Condition condition();

    /** Replaces or creates the whole item; {@code item} holds the key attributes too. */
    record Put(Key key, Map<String, Object> item, Condition condition) implements Write {
        public Put {
            if (!key.isOf(item)) {
                throw new IllegalArgumentException("the item is not of its key: " + key);
            }
        }
    }

    /**
     * Changes attributes of the item and creates it if it does not exist (unless the condition forbids). At least one
     * change, none of a key attribute, and no two of the same place.
     */
    record Update(Key key, List<Change> changes, Condition condition) implements Write {
        public Update {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("an update changes something");
            }
            var paths = changes.stream().map(change -> Path.of(change.path())).toList();
            for (int i = 0; i < paths.size(); i++) {
                var path = paths.get(i);
                if (key.isNamed(path.attribute())) {
                    throw new IllegalArgumentException("an update cannot change a key: " + path.attribute());
                }
                for (int other = i + 1; other < paths.size(); other++) {
                    if (path.overlaps(paths.get(other))) {
                        throw new IllegalArgumentException("two changes of one place: " + path.attribute());
                    }
                }
            }
        }
    }

    /** Removes the item if it exists. Never used on the timeline. */
    record Delete(Key key, Condition condition) implements Write {}

    /** Only checks; in a transaction. */
    record Check(Key key, Condition condition) implements Write {}

    /** @throws IllegalArgumentException if these cannot be one transaction: none, more than 100, or one item twice */
    static void requireTransaction(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > 100) {
            throw new IllegalArgumentException("a transaction has 1-100 writes");
        }
        if (writes.stream().map(Write::key).distinct().count() < writes.size()) {
            throw new IllegalArgumentException("two writes of one item");
        }
    }
}
