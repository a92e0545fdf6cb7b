package dev.leadkeeper.port;

import java.util.List;
import java.util.Map;

/**
 * One conditional write. Items are maps from attribute to value; values are {@link String}, {@link Long},
 * {@link Boolean}, {@code byte[]}, {@link List} and {@link Map} of these, never {@code null}.
 */
public sealed interface Write {
    Key key();

    Condition condition();

    /** Replaces or creates the whole item; {@code item} holds the key attributes too. */
    record Put(Key key, Map<String, Object> item, Condition condition) implements Write {}

    /** Changes attributes of the item and creates it if it does not exist (unless the condition forbids). */
    record Update(Key key, List<Change> changes, Condition condition) implements Write {
        public Update {
            changes = List.copyOf(changes);
        }
    }

    /** Removes the item if it exists. Never used on the timeline. */
    record Delete(Key key, Condition condition) implements Write {}

    /** Only checks; in a transaction. */
    record Check(Key key, Condition condition) implements Write {}
}
