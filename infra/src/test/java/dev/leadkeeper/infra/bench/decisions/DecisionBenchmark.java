package dev.leadkeeper.infra.bench.decisions;

import dev.leadkeeper.assignment.DecisionEngine;
import dev.leadkeeper.assignment.Question;
import dev.leadkeeper.assignment.Roster;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision by the last of the rules among all reps, and what an instance learns from one assignment. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecisionBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Param({"10", "100", "1000", "5000"})
    public int reps;

    @Param({"10", "100"})
    public int rules;

    private Rulebook rulebook;
    private Roster roster;
    private Question question;
    private Staff busier;

    @Setup
    public void prepare() {
        rulebook = LargeOrganisation.rulebook(rules);
        roster = LargeOrganisation.roster(reps);
        question = LargeOrganisation.question();
        busier = LargeOrganisation.rep(reps / 2, 8);
        if (!(decide().target() instanceof Decision.ToRep)) {
            throw new IllegalStateException("nobody gets the lead");
        }
    }

    @Benchmark
    public Decision decide() {
        return DecisionEngine.decide(question, roster, rulebook, NOW);
    }

    @Benchmark
    public Roster learn() {
        return roster.with(busier);
    }
}
