package dev.leadkeeper.evidence.check;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** All files that the tests make. */
final class Corpus {
    /** PDFBox warns of each use of a standard font where somebody listens; held here, since loggers are held weakly. */
    private static final Logger SILENT = Logger.getLogger("org.apache.pdfbox");
    private static final List<Sample> ALL = made();

    private Corpus() {}

    private static List<Sample> made() {
        SILENT.setLevel(Level.OFF);
        return Stream.of(PdfSamples.all(), PackageSamples.all(), CompoundSamples.all(), PictureSamples.all(), OtherSamples.all())
                .flatMap(List::stream).toList();
    }

    static List<Sample> all() {
        return ALL;
    }

    static List<Sample> valid() {
        return ALL.stream().filter(each -> each.reasons().isEmpty()).toList();
    }
}
