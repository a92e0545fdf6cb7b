package dev.leadkeeper.rulebook;

/** What conditions ask: the value of a field by name. */
@FunctionalInterface
public interface Fields {
    /** Text, number, boolean, {@link dev.leadkeeper.lead.Region}, or a list or map of these; {@code null} if there is none. */
    Object value(String field);
}
