package dev.leadkeeper.infra.bench.coldstart;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.TemplateReader;
import dev.leadkeeper.infra.seed.LocalOrganisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Each function from process start to its first response, as a ratio to an empty handler in the same run. */
public final class ColdStartBench {
    private static final String PRODUCT = "dev.leadkeeper.";
    private static final String CONTROL = "dev.leadkeeper.infra.bench.coldstart.";
    private static final double MOST_PLAIN = 7.5;
    private static final double MOST_CACHED = 3.0;
    private static final double MOST_RESTORED = 0.15;
    private static final double MOST_WARM = 0.6;
    private static final List<String> PIPELINE = List.of("intake", "scoring", "assignment", "notification");
    private static final int FEW_ROUNDS = 3;

    private final Run run;
    private final Installation installation;
    private final AwsStub stub;
    private final Map<String, String> environment;
    private final Part.Builder part;
    private final int rounds;
    private final int warm;
    /** Of the slowest function of the pipeline: each start from a cache, as a ratio to an empty handler. */
    private double[] slowestCached = {};

    private ColdStartBench(Run run, Installation installation, AwsStub stub, Map<String, String> environment, Part.Builder part) {
        this.run = run;
        this.installation = installation;
        this.stub = stub;
        this.environment = environment;
        this.part = part;
        this.rounds = run.size(7, 1);
        this.warm = run.size(200, 20);
    }

    /** @param events the n-th event of an instance */
    private record Function(String name, String handler, IntFunction<String> events) {}

    public static Part run(Run run) throws Exception {
        var part = new Part.Builder("Cold start", "Process start to first response under AWS's runtime interface client with the flags of the "
                + "managed java25 runtime: its jars alone on -cp, the function, packaged by the goals of sam build, loaded by the client's class loader. "
                + "Runtime API and AWS are stubs that answer at once with what the emulators answered before. Processor time of the process, and "
                + "as a ratio to an empty handler in the same round. The AOT cache is trained and started by infra/ops/container/aot, whose check "
                + "of the jars' SHA-256 counts. The evidence function is told of an upload that nobody awaits. The notification function's channel is a loopback address, which it refuses "
                + "to call on Lambda.");
        try (var emulators = Emulators.start(Optional.empty(), change -> { }); var stub = AwsStub.start(emulators.endpoints())) {
            var endpoints = emulators.endpoints();
            var template = new TemplateReader(Place.local(endpoints.sqs().toString(), "http://localhost"), Map.of())
                    .read(run.root().resolve("template.yaml"));
            Provisioning.create(template, endpoints, true);
            var there = new LinkedHashMap<>(template.environment());
            there.putAll(endpoints.environment());
            try (var parameters = endpoints.ssmClient()) {
                LocalOrganisation.load(there, parameters, stub.address(), run.root().resolve("infra/seed"));
            }
            var environment = new LinkedHashMap<>(there);
            environment.keySet().removeIf(name -> name.startsWith("AWS_ENDPOINT_URL"));
            for (var service : List.of("DYNAMODB", "SQS", "SSM", "S3")) {
                environment.put("AWS_ENDPOINT_URL_" + service, stub.address().toString());
            }
            new ColdStartBench(run, Installation.make(run.root()), stub, environment, part).measure();
        }
        return part.done();
    }

    private void measure() throws IOException, InterruptedException {
        var events = new Events(run.root());
        var rows = new ArrayList<List<String>>();
        // What one function sends is the next one's event.
        var received = new String[1];
        var scored = new String[1];
        var noticed = new String[1];
        var scoring = new Function("scoring", PRODUCT + "scoring.ScoringHandler", i -> Events.batch(received[0]));
        rows.add(measure(new Function("intake", PRODUCT + "intake.IntakeHandler", i -> events.post()), received));
        rows.add(measure(scoring, scored));
        usual(scoring);
        rows.add(measure(new Function("assignment", PRODUCT + "assignment.AssignmentHandler", i -> Events.batch(scored[0])), noticed));
        var none = new String[1];
        rows.add(measure(new Function("notification", PRODUCT + "notification.NotificationHandler", i -> Events.batch(noticed[0])), none));
        rows.add(measure(new Function("deadlines", PRODUCT + "deadlines.DeadlinesHandler", i -> events.sample("deadlines-minute")), none));
        rows.add(measure(new Function("anchor", PRODUCT + "anchor.AnchorHandler", i -> events.sample("anchor-hour")), none));
        rows.add(measure(new Function("evidence", PRODUCT + "evidence.EvidenceHandler", i -> Events.upload(Events.leadOf(scored[0]))), none));
        rows.add(measure(new Function("workbench", PRODUCT + "workbench.WorkbenchHandler",
                i -> events.lead("workbench-one-lead", Events.leadOf(scored[0]))), none));
        rows.add(measure(new Function("followup", PRODUCT + "followup.FollowupHandler",
                i -> events.lead("followup-contacted", Events.leadOf(scored[0]))), none));
        rows.add(measure(new Function("admin", PRODUCT + "admin.AdminHandler", i -> events.sample("admin-open-breaker")), none));
        part.grid(new Part.Grid("Processor time of each function", List.of("function", "plain zip, ms", "× empty", "wall, ms", "AOT cache, ms",
                "× empty", "primed restore, ms", "× plain", "warm, ms"), rows));
        part.figure(Figure.counted("plain zip, the slowest of the pipeline", "× empty", most(rows, 2)).atMost(MOST_PLAIN));
        part.figure(Figure.of("AOT cache, the slowest of the pipeline", "× empty", slowestCached).atMost(MOST_CACHED));
        if (most(rows, 5) > MOST_CACHED) {
            part.remark("What is left with an AOT cache, seen with perf: about a third is C1, whose code a cache of JDK 25 does not hold, a third is the interpreter, "
                    + "a tenth the SHA-256 of 32 MB of jars. Intake comes last: before its first post it reads one made up, so that no sender waits for JMESPath's "
                    + "parser and the numbering plans. Compiling later (-XX:CompileThresholdScaling=2) would save a start 0.1 × and cost each of its first 150 "
                    + "invocations a seventh more.");
        }
        part.figure(Figure.counted("primed restore, the slowest of the pipeline", "× plain", most(rows, 7)).atMost(MOST_RESTORED));
    }

    /** The control makes as many calls of each kind as scoring does in a warm invocation. Comes while scoring's answers are those recorded. */
    private void usual(Function scoring) throws IOException, InterruptedException {
        var ours = plain(scoring);
        var calls = String.join(",", warmCalls(ours, scoring));
        var function = new Function("usual", CONTROL + "UsualHandler", scoring.events());
        var theirs = setup(function, installation.task("usual"), Instance.managed(installation.runtime(), function.handler()),
                Map.of("CALLS", calls));
        var cold = new double[rounds];
        var warmed = new double[rounds];
        var spent = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            stub.replay();
            double empty = empty();
            var usual = start(theirs, function, 1 + warm, () -> { });
            cold[i] = usual.cpu() / empty;
            spent[i] = usual.warm();
            warmed[i] = start(ours, scoring, 1 + warm, () -> { }).warm() / usual.warm();
        }
        part.figure(Figure.of("warm invocation of scoring to the usual recipe's", "×", warmed).atMost(MOST_WARM));
        if (Figure.of("", "", warmed).median() > MOST_WARM) {
            part.remark("Where the warm ratio goes, seen with perf: most of an invocation's processor time is the function's own thread; C1, which still compiles in the first "
                    + warm + " invocations, and the HTTP client's threads share the rest. Nothing in it takes more than a few hundredths. The control "
                    + "makes the same calls, but neither finds fields and scores, nor packs the post, nor chains the history by hashes, nor logs.");
        }
        part.figure(Figure.of("the usual recipe, as a control", "× empty", cold));
        part.remark("The usual recipe: POJO events, data binding, the SDK's clients on the JDK's HTTP connection. It makes the calls of a warm "
                + "invocation of scoring (" + calls + ") and decides nothing. Its warm invocation takes "
                + Numbers.plain(Figure.of("", "", spent).median()) + " ms of processor time.");
    }

    private List<String> warmCalls(Instance.Setup setup, Function function) throws IOException, InterruptedException {
        stub.replay();
        start(setup, function, 1, () -> { });
        var first = stub.calls();
        stub.replay();
        start(setup, function, 2, () -> { });
        return stub.calls().entrySet().stream().filter(each -> each.getValue() > first.getOrDefault(each.getKey(), 0))
                .map(each -> each.getKey() + "=" + (each.getValue() - first.getOrDefault(each.getKey(), 0))).sorted().toList();
    }

    private Instance.Setup plain(Function function) {
        return setup(function, installation.task("product"), Instance.managed(installation.runtime(), function.handler()), Map.of());
    }

    private List<String> measure(Function function, String[] sent) throws IOException, InterruptedException {
        run.say("  " + function.name() + " …");
        var plain = plain(function);
        stub.record();
        var expected = start(plain, function, 1, () -> { }).answers().getFirst();
        requireSuccess(function, expected);
        if (!stub.sent().isEmpty()) {
            sent[0] = stub.sent().getFirst();
        }
        stub.replay();
        start(setup(function, installation.task("image"), installation.image("train", function.handler()), Map.of()), function, 3, () -> { });
        var cached = setup(function, installation.task("image"), installation.image("start", function.handler()), Map.of());
        var snap = setup(function, installation.task("product"), Instance.managed(installation.runtime(), function.handler()),
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
        // Nobody waits for the others as a lead does for these.
        int rounds = PIPELINE.contains(function.name()) ? this.rounds : Math.min(this.rounds, FEW_ROUNDS);
        var cpu = new double[rounds];
        var ratio = new double[rounds];
        var wall = new double[rounds];
        var cachedCpu = new double[rounds];
        var cachedRatio = new double[rounds];
        var restored = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            double empty = empty();
            var start = start(plain, function, 1, () -> { });
            requireSuccess(function, start.answers().getFirst());
            cpu[i] = start.cpu();
            wall[i] = start.wall();
            ratio[i] = start.cpu() / empty;
            cachedCpu[i] = start(cached, function, 1, () -> { }).cpu();
            cachedRatio[i] = cachedCpu[i] / empty;
            var after = start(snap, function, 1, () -> { });
            requireSuccess(function, after.answers().getFirst());
            restored[i] = after.restored();
        }
        var later = start(plain, function, 1 + warm, () -> { });
        later.answers().forEach(answer -> requireSuccess(function, answer));
        if (PIPELINE.contains(function.name()) && (slowestCached.length == 0
                || Figure.of("", "", cachedRatio).median() > Figure.of("", "", slowestCached).median())) {
            slowestCached = cachedRatio;
        }
        part.figure(Figure.of(function.name() + ", plain zip", "× empty", ratio).atMost(MOST_PLAIN));
        double median = Figure.of("", "", cpu).median();
        return List.of(function.name(), plain(median), plain(Figure.of("", "", ratio).median()), plain(Figure.of("", "", wall).median()),
                plain(Figure.of("", "", cachedCpu).median()), plain(Figure.of("", "", cachedRatio).median()),
                plain(Figure.of("", "", restored).median()), plain(Figure.of("", "", restored).median() / median), plain(later.warm()));
    }

    /** What a refusal or a fault costs says nothing. */
    private static void requireSuccess(Function function, String answer) {
        if (answer.contains("itemIdentifier") || answer.contains("\"statusCode\":4") || answer.contains("\"statusCode\":5")) {
            throw new IllegalStateException(function.name() + " answered " + answer);
        }
    }

    private double empty() throws IOException, InterruptedException {
        var function = new Function("empty", CONTROL + "EmptyHandler", i -> "{}");
        return start(setup(function, installation.task("empty"), Instance.managed(installation.runtime(), function.handler()), Map.of()),
                function, 1, () -> { }).cpu();
    }

    private Instance.Setup setup(Function function, Path task, List<String> command, Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new Instance.Setup(function.name(), function.handler(), task, command, all);
    }

    private Instance.Start start(Instance.Setup setup, Function function, int events, Runnable before)
            throws IOException, InterruptedException {
        return Instance.run(setup, function.events(), events, before, installation.log());
    }

    /** The most in a column among the four functions from post to notice. */
    private static double most(List<List<String>> rows, int column) {
        return rows.stream().filter(row -> PIPELINE.contains(row.getFirst())).mapToDouble(row -> Double.parseDouble(row.get(column))).max().orElseThrow();
    }

    private static String plain(double value) {
        return Numbers.plain(value).replace(",", "");
    }
}
