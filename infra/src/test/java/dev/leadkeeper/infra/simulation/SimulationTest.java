package dev.leadkeeper.infra.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Campaign.Progress QUIET = (schedules, leads, violations, elapsed) -> { };

    private static void keptIn(Campaign.Report report) {
        assertEquals(0, report.violations(), () -> report.failures().getFirst().story("this one"));
    }

    /** Simulates in a process of its own and returns its last line. */
    private static Map<?, ?> elsewhere(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Simulate.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
        return (Map<?, ?>) Json.readOwn(lines.getLast());
    }

    /** With the options of the command: under those of the other tests, which end soon, it would take several times as long. */
    @Test
    void no_promise_is_broken_in_two_thousand_schedules() throws IOException, InterruptedException {
        var report = elsewhere("@simulation.jvm", "-Dschedules=2000", "-Dseed=2026", "-Dleads=8");
        assertEquals(2_000L, report.get("schedules"));
        var faults = (Map<?, ?>) report.get("faults");
        for (var kind : FaultKind.values()) {
            assertTrue(faults.containsKey(kind.name().toLowerCase(Locale.ROOT)), () -> "no " + kind + " happened in " + faults);
        }
    }

    @Test
    void no_promise_is_broken_when_a_quarter_of_all_calls_fail() throws InterruptedException {
        keptIn(Campaign.run(100, 25, 8, 0.25, QUIET));
    }

    @Test
    void a_fault_of_any_kind_at_any_port_call_of_a_leads_way_breaks_no_promise() throws InterruptedException {
        keptIn(Campaign.run(Exhaustive.singles(Exhaustive.core()), QUIET));
    }

    /** Every sixth of them; all by {@code -Pproof}. */
    @Test
    void a_crash_at_any_port_call_from_record_to_verdict_review_and_expiry_breaks_no_promise() throws InterruptedException {
        keptIn(Campaign.run(Exhaustive.thinned(Exhaustive.crashes(Exhaustive.papers()), 6), QUIET));
    }

    /** Every sixteenth of them; all by {@code -Pproof}. */
    @Test
    void a_crash_at_any_port_call_while_days_pass_and_deadlines_fall_due_breaks_no_promise() throws InterruptedException {
        keptIn(Campaign.run(Exhaustive.thinned(Exhaustive.crashes(Exhaustive.days()), 16), QUIET));
    }

    @Test
    void two_crashes_on_a_leads_way_break_no_promise() throws InterruptedException {
        var some = new ArrayList<Plan>();
        var pairs = Exhaustive.pairs(Exhaustive.core());
        for (int i = 0; i < pairs.size(); i += 1 + pairs.size() / 400) {
            some.add(pairs.get(i));
        }
        keptIn(Campaign.run(some, QUIET));
    }

    @Test
    void a_thousand_seeds_give_the_same_traces_again() throws InterruptedException {
        var once = Campaign.run(1_000, 7, 2, 0.08, QUIET);
        assertEquals(once.trace(), Campaign.run(1_000, 7, 2, 0.08, QUIET).trace());
        assertNotEquals(once.trace(), Campaign.run(1_000, 8, 2, 0.08, QUIET).trace());
    }

    /** The order in which sets and maps made by {@code of} are walked differs from process to process. */
    @Test
    void the_trace_is_the_same_in_another_process() throws IOException, InterruptedException {
        var here = Campaign.run(20, 11, 20, 0.08, QUIET).toDoc();
        assertEquals(here.get("trace"), elsewhere("-XX:TieredStopAtLevel=1", "-Dschedules=20", "-Dseed=11").get("trace"));
    }

    @Test
    void a_core_lead_reaches_its_owner() {
        var result = new Schedule(Exhaustive.core().told()).run();
        assertEquals(1, result.leads());
        assertTrue(result.story().stream().anyMatch(line -> line.contains("notify")), () -> String.join("\n", result.story()));
        assertNull(result.violation());
    }
}
