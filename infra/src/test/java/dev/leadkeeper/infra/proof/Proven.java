package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;

/**
 * What a part of the proof found.
 *
 * @param size   how much was run, in words
 * @param advice what somebody should do if a target is missed
 */
record Proven(Part part, String size, String advice) {
    /** The part with the time that it took. */
    Part took(double seconds) {
        var figures = new ArrayList<>(part.figures());
        figures.add(Figure.counted("time", "s", seconds));
        return new Part(part.title(), part.about(), figures, part.grids(), part.charts(), part.remarks());
    }

    /** Since then. */
    static String seconds(long begun) {
        return Numbers.plain((System.nanoTime() - begun) / 1e9);
    }
}
