package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one inspection found.
 *
 * @param format  what it is
 * @param reasons against it; empty if there are none
 * @param detail  for the log, may be empty
 */
record Finding(Format format, List<FileReason> reasons, Hints hints, String detail) {
    static Finding fine(Format format, Hints hints) {
        return new Finding(format, List.of(), hints, "");
    }

    Finding with(UnaryOperator<Hints> more) {
        return new Finding(format, reasons, more.apply(hints), detail);
    }
}
