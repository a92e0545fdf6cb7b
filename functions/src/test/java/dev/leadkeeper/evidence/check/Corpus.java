package dev.leadkeeper.evidence.check;

import java.util.List;
import java.util.stream.Stream;

/** All files that the tests make. */
final class Corpus {
    private static final List<Sample> ALL = Stream.of(PdfSamples.all(), PackageSamples.all(), CompoundSamples.all(), PictureSamples.all(),
            OtherSamples.all()).flatMap(List::stream).toList();

    private Corpus() {}

    static List<Sample> all() {
        return ALL;
    }

    static List<Sample> valid() {
        return ALL.stream().filter(each -> each.reasons().isEmpty()).toList();
    }
}
