package dev.leadkeeper.infra.simulation.planted;

import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./mvnw -Pplanted}: plants every bug and says which schedule found it. The last line is JSON. */
public final class Planted {
    /** Schedules after which a bug counts as not found. */
    private static final int MOST = 300;

    private Planted() {}

    /** All bugs. */
    static List<Mutant> all() {
        return Stream.of(LedgerBugs.ALL, CustomerBugs.ALL, FlowBugs.ALL, MoveBugs.ALL, NoticeBugs.ALL, EvidenceBugs.ALL, DeadlineBugs.ALL, TurnBugs.ALL).flatMap(List::stream).toList();
    }

    /**
     * What found a bug.
     *
     * @param schedule  the how-manieth schedule, from 1
     * @param violation the broken promise
     */
    record Kill(int schedule, String violation) {}

    /** Runs schedules with the bug planted until one breaks a promise. */
    static Optional<Kill> hunt(Mutant mutant, Path sources, long seed, int most) throws IOException {
        var loader = Mutation.of(mutant, sources);
        try {
            var found = (Map<?, ?>) loader.loadClass("dev.leadkeeper.infra.simulation.Hunt").getMethod("firstBroken", long.class, int.class)
                    .invoke(null, seed, most);
            return found.isEmpty() ? Optional.empty() : Optional.of(new Kill((Integer) found.get("schedule"), (String) found.get("violation")));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the simulator itself failed with the planted bug \"" + mutant + "\"", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the simulator cannot be loaded anew", e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var result = run(Path.of(System.getProperty("root", "."), "functions/src/main/java"), Long.getLong("seed", 1), System.getProperty("bug", ""));
        System.out.println(Json.write(result.toDoc()));
        System.exit(result.planted() == result.killed() ? 0 : 1);
    }

    /** How it went with all of them. */
    public record Result(int planted, int killed, double medianSchedules) {
        /** For the last line. */
        public Map<String, Object> toDoc() {
            var doc = new LinkedHashMap<String, Object>();
            doc.put("planted", (long) planted);
            doc.put("killed", (long) killed);
            doc.put("medianSchedules", BigDecimal.valueOf(medianSchedules));
            return doc;
        }
    }

    /** Plants those whose words match {@code only}, a regular expression, on all cores, and tells of each in its turn. */
    public static Result run(Path sources, long seed, String only) throws IOException {
        var mutants = all().stream().filter(mutant -> Pattern.compile(only).matcher(mutant.what()).find()).toList();
        var schedules = new ArrayList<Integer>();
        try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var hunts = mutants.stream().map(mutant -> cores.submit(() -> hunt(mutant, sources, seed, MOST))).toList();
            for (int i = 0; i < hunts.size(); i++) {
                var kill = result(hunts.get(i));
                kill.ifPresent(found -> schedules.add(found.schedule()));
                System.out.println(line(mutants.get(i), kill));
            }
        }
        return new Result(mutants.size(), schedules.size(), median(schedules));
    }

    private static Optional<Kill> result(Future<Optional<Kill>> hunt) throws IOException {
        try {
            return hunt.get();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("stopped while bugs were planted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bug could not be planted", e.getCause());
        }
    }

    private static String line(Mutant mutant, Optional<Kill> kill) {
        return kill.map(found -> "✓ %-64s schedule %3d  %s".formatted(mutant.what(), found.schedule(), shortened(found.violation())))
                .orElse("✗ %-64s NOT FOUND in %d schedules".formatted(mutant.what(), MOST));
    }

    private static double median(List<Integer> schedules) {
        var sorted = schedules.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    private static String shortened(String violation) {
        return violation.length() <= 100 ? violation : violation.substring(0, 99) + "…";
    }
}
