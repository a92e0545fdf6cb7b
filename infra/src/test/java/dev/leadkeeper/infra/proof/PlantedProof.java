package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.simulation.planted.Planted;
import java.io.IOException;

/** Deliberate bugs in the real code, each to be found by the simulation. */
final class PlantedProof {
    /** The issue asks for this many at least, and for this median. */
    private static final int LEAST = 30;
    private static final int MEDIAN = 10;
    /** A word in the names of a few of them. */
    private static final String FEW = "receipt";

    private PlantedProof() {}

    static Proven run(Run run, long seed) throws IOException, InterruptedException {
        var result = Planted.run(run.root().resolve("functions/src/main/java"), seed, run.quick() ? FEW : "");
        var planted = Figure.counted("bugs planted", "bugs", result.planted());
        var part = new Part.Builder("Planted bugs", "Deliberate mistakes in the real code (a condition dropped, a message not sent, a counter outside its "
                + "transaction …), one at a time; each must be found by the simulation above within 300 schedules. Seed " + seed + ".")
                .figure(run.quick() ? planted : planted.atLeast(LEAST))
                .figure(Figure.counted("bugs found", "bugs", result.killed()).atLeast(result.planted()))
                .figure(Figure.counted("schedules until found, median", "schedules", result.medianSchedules()).atMost(MEDIAN));
        return new Proven(part.done(), result.killed() + " of " + result.planted() + " found",
                "The lines marked ✗ above name the bugs that nothing noticed: teach the simulation a schedule in which each does harm, or show that it does none. "
                        + "One alone: ./mvnw -Pplanted -Dbug=<its words>.");
    }
}
