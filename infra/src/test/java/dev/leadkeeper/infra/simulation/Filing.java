package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.deadlines.ExpireUploads;
import dev.leadkeeper.deadlines.WeighForgotten;
import dev.leadkeeper.evidence.JudgeUpload;
import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.followup.Followup;
import dev.leadkeeper.ledger.AnchoredChains;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Quarantine.Form;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Everything about evidence in one schedule: the buckets, their notifications, the function that judges, the desk of reps, anchors. */
final class Filing {
    /** The queue that S3 tells of uploads. */
    static final String QUEUE = "EVIDENCE_UPLOADED";
    private static final long LATE = Duration.ofMinutes(5).toMillis();

    private final Cosmos cosmos;
    private final Store truth;
    private final Ports ports;
    private final SimulatedQueue queue;
    private final InMemoryVault kept = new InMemoryVault();
    private final InMemoryQuarantine quarantine;
    private final FilePromises promises;
    private final SimulatedQuarantine bucket;
    private final SimulatedVault vault;
    private final List<Instance> idle = new ArrayList<>();
    private double late = 0.1;
    private Runnable swept = () -> { };

    /** @param versions whether the quarantine keeps what is overwritten, as the deployed one does and the local one does not */
    Filing(Cosmos cosmos, Store truth, Ports ports, SimulatedQueue queue, boolean versions) {
        this.cosmos = cosmos;
        this.truth = truth;
        this.ports = ports;
        this.queue = queue;
        this.quarantine = new InMemoryQuarantine(new SimulatedClock(cosmos), versions);
        this.promises = new FilePromises(truth, kept);
        this.bucket = new SimulatedQuarantine(cosmos, quarantine);
        this.vault = new SimulatedVault(cosmos, kept, promises::kept);
        queue.deliver(QUEUE, message -> on(instance -> {
            instance.judge().take(message);
            return null;
        }));
    }

    /** What one live instance has: it serves one invocation at a time and keeps what it has read of the rulebook. */
    private record Instance(Desk desk, JudgeUpload judge, ExpireUploads expireUploads, WeighForgotten weighForgotten, Anchors anchors) {}

    private Instance instance() {
        var desk = new Desk(new StaffBook(ports.store()), Followup.routes(new Followup.Ground(ports.store(), ports.queue(), ports.secrets(),
                () -> bucket, () -> vault, ports.clock(), ports.ids(), new RecordingTelemetry())));
        return new Instance(desk, JudgeUpload.over(bucket, vault, ports.store(), ports.queue(), ports.clock(), ports.ids(), new Unmeasured(), false),
                new ExpireUploads(ports.store(), ports.queue(), ports.clock(), ports.ids()),
                new WeighForgotten(ports.store(), ports.queue(), ports.clock(), ports.ids()),
                new Anchors(new SimulatedFiles(cosmos, ports.files())));
    }

    private <T> T on(Function<Instance, T> work) {
        var one = idle.isEmpty() ? instance() : idle.removeLast();
        try {
            var result = work.apply(one);
            idle.add(one);
            return result;
        } catch (Store.Fault failed) {
            idle.add(one);
            throw failed;
        }
    }

    /** Somebody asks. */
    Answer ask(String who, String route, Ask ask) {
        return on(instance -> instance.desk().answer(route, who, ask));
    }

    /** Told of every sweep of uploads as it begins. */
    void whenSwept(Runnable told) {
        swept = told;
    }

    /** What the minute's sweep does about uploads and about what people left half done. */
    void sweep() {
        swept.run();
        on(instance -> {
            instance.expireUploads().sweep();
            return instance.weighForgotten().sweep();
        });
    }

    FilePromises promises() {
        return promises;
    }

    /** From now on S3 tells of uploads at once. */
    void calm() {
        late = 0;
    }

    /** Looks at what was written. */
    void changed(List<Key> keys) {
        promises.changed(keys);
    }

    /** Somebody uploads; S3 says so soon, twice at times, or late, so that another upload's word comes first. */
    void upload(Form form, byte[] content) {
        if (!quarantine.post(form, content)) {
            return;
        }
        var key = form.fields().get("key");
        promises.uploaded(quarantine.look(key, null).orElseThrow(), content);
        cosmos.note("S3", "stores " + key);
        queue.put(QUEUE, Map.of("Records", List.of(Map.of("eventName", "ObjectCreated:Post", "s3", Map.of("object", Map.of("key", key))))),
                cosmos.dice().chance(late) ? cosmos.dice().between(0, LATE) : 0);
    }

    /** The hour's anchor. */
    void anchor() {
        cosmos.invoke(new Invocation("anchor", cosmos.loop().now(), cosmos.skew()), () -> on(instance -> instance.anchors().take(ports.store(), ports.clock())), failure -> { });
    }

    /** What must be true once the world is at rest. @param leads ids of all, @param now everything as it is */
    void atRest(List<String> leads, Digest now) {
        new FilesAtRest(truth, promises, kept).check();
        new BelievedAtRest(truth).check();
        leads.forEach(new Believing(truth, (_, _, _) -> require(false, "somebody is told only now"), new SimulatedClock(cosmos), ports.ids())::refresh);
        var difference = now.difference(new Digest(truth));
        require(difference.isEmpty(), "weighed once more it comes to something else: " + difference);
        var anchored = new AnchoredChains(new Chains(truth, ports.files()), new Anchors(ports.files()));
        for (var lead : leads) {
            var verdict = anchored.verify(lead).verdict();
            require(verdict instanceof ChainVerdict.Verified, "the anchors say otherwise of the history of " + lead + ": " + verdict);
        }
    }
}
