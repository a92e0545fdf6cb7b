package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.OptionalDouble;

/**
 * What a part of the proof found.
 *
 * @param size   how much was run, in words
 * @param advice what somebody should do if a target is missed
 * @param within seconds that it should take at most, empty if nobody waits for it
 */
record Proven(Part part, String size, String advice, OptionalDouble within) {
    /** Of a part that may take its time. */
    Proven(Part part, String size, String advice) {
        this(part, size, advice, OptionalDouble.empty());
    }

    /** The same of a part that should take at most so many seconds. */
    Proven within(double seconds) {
        return new Proven(part, size, advice, OptionalDouble.of(seconds));
    }

    /** The part with the time that it took. */
    Part took(double seconds) {
        var time = Figure.counted("time", "s", seconds);
        var figures = new ArrayList<>(part.figures());
        figures.add(within.isPresent() ? time.atMost(within.getAsDouble()) : time);
        return new Part(part.title(), part.about(), figures, part.grids(), part.charts(), part.remarks());
    }

    /** Since then. */
    static String seconds(long begun) {
        return Numbers.plain((System.nanoTime() - begun) / 1e9);
    }
}
