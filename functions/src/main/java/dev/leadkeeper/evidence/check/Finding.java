package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.ArrayList;
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

    /** The same with one more reason against it. */
    Finding but(FileReason reason, String because) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new Finding(format, all, hints, because);
    }

    Finding with(UnaryOperator<Hints> more) {
        return new Finding(format, reasons, more.apply(hints), detail);
    }
}
