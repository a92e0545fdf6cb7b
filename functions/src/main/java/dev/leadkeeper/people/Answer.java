package dev.leadkeeper.people;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What somebody gets for asking. */
public sealed interface Answer {
    /** What was asked for. */
    record Done(Map<String, Object> body) implements Answer {}

    /** What was asked for, with the revision of the lead that it tells of: the {@code ETag}. */
    record Versioned(Map<String, Object> body, long revision) implements Answer {}

    /**
     * What was asked for, as a table for spreadsheet programs.
     *
     * @param name of the file
     * @param csv  {@link Csv#of}
     * @param next the cursor of the next page, {@code null} at the end
     */
    record Table(String name, String csv, String next) implements Answer {}

    /** What was asked for, as a page to look at, made with {@link Html}. */
    record View(String html) implements Answer {}

    /** What was asked for lies elsewhere, for a while. */
    record Elsewhere(URI place) implements Answer {}

    /**
     * The person wrote on what has changed since; nothing was done.
     *
     * @param yours   what they saw and wanted
     * @param current how it stands
     */
    record Stale(Map<String, Object> yours, Map<String, Object> current) implements Answer {}

    /** There is no such thing, or not for this person: the answer is the same, so that nobody learns what exists. */
    record Missing(String what) implements Answer {}

    /** The person may not ask this. */
    record Denied(String why) implements Answer {}

    /** The request itself is wrong. */
    record Wrong(List<Flaw> flaws) implements Answer {
        public Wrong {
            flaws = List.copyOf(flaws);
        }

        public Wrong(String field, String problem) {
            this(List.of(new Flaw(field, problem)));
        }
    }

    /**
     * It cannot be done as things stand.
     *
     * @param detail for people
     * @param more   what a program needs to know about it
     */
    record Refused(String detail, Map<String, Object> more) implements Answer {}
}
