package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.List;
import java.util.Optional;

/** What became of a check. */
public sealed interface Verdict {
    /** Of the content as it was read, 64 hexadecimal digits in lower case. */
    String sha256();

    /** The file is what it was said to be and can be read. */
    record Valid(Format format, Hints hints, String sha256) implements Verdict {}

    /**
     * The file proves nothing.
     *
     * @param reasons at least one, in order of weight
     * @param found   what it is, if that could be told
     * @param detail  for the log: what exactly was met, without content
     */
    record Rejected(List<FileReason> reasons, Optional<Format> found, Hints hints, String sha256, String detail) implements Verdict {
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("rejected for nothing");
            }
        }
    }
}
