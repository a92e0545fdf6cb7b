package dev.leadkeeper.port;

import java.util.Optional;

/**
 * Where a value lies in an item: an attribute, or one entry of a map attribute. Written {@code owner} or
 * {@code turns.north}; what follows the first dot is one name, dots in it included.
 *
 * @param attribute the attribute
 * @param entry     the entry of the map that the attribute holds, if the path goes into one
 */
public record Path(String attribute, Optional<String> entry) {
    /** @throws IllegalArgumentException if a name is empty */
    public static Path of(String path) {
        var dot = path.indexOf('.');
        var attribute = dot < 0 ? path : path.substring(0, dot);
        var entry = dot < 0 ? Optional.<String>empty() : Optional.of(path.substring(dot + 1));
        if (attribute.isEmpty() || entry.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("empty name in a path");
        }
        return new Path(attribute, entry);
    }

    /** Whether a change of one would touch the other: the same place, or an attribute and an entry of it. */
    public boolean overlaps(Path other) {
        return attribute.equals(other.attribute)
                && (entry.isEmpty() || other.entry.isEmpty() || entry.equals(other.entry));
    }
}
