package dev.leadkeeper.evidence;

import dev.leadkeeper.evidence.check.Corpora;
import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.FileVerdicts;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Planner;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rep's desk: leads, activities with declared files, uploads; and the use case over ports that may fail. */
final class Desk {
    final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    final InMemoryStore store = new InMemoryStore();
    final InMemoryQueue queue = new InMemoryQueue();
    final InMemoryVault vault = new InMemoryVault();
    final InMemoryQuarantine quarantine;
    final SeededIds ids = new SeededIds(7);
    final Activities activities = new Activities(store, clock, ids);
    final FileVerdicts verdicts = new FileVerdicts(store, clock, ids);
    final List<String> judged = new ArrayList<>();
    final List<String> strays = new ArrayList<>();
    /** What somebody else does right after an object was opened. */
    Runnable whenOpened = () -> { };
    private final FixedSecrets secrets = new FixedSecrets().put(Customers.SECRET, "a-key-for-tests");

    Desk() {
        this(false);
    }

    Desk(boolean versions) {
        quarantine = new InMemoryQuarantine(clock, versions) {
            @Override
            public synchronized Optional<InputStream> open(Seen seen) {
                var opened = super.open(seen);
                whenOpened.run();
                return opened;
            }
        };
        SampleOrganisation.load(store, clock);
    }

    JudgeUpload judge() {
        return judge(Crashes.NONE, false);
    }

    JudgeUpload judge(Crashes crashes, boolean awaitsScan) {
        return JudgeUpload.over(crashes.around(Quarantine.class, quarantine), crashes.around(Vault.class, vault), crashes.around(Store.class, store),
                crashes.around(Queue.class, queue), clock, ids, new JudgeUpload.Measures() {
                    @Override
                    public void judged(String lead, EvidenceFile.State verdict, List<String> reasons, String detail) {
                        judged.add(verdict.word());
                    }

                    @Override
                    public void stray(String because) {
                        strays.add(because);
                    }
                }, awaitsScan);
    }

    /** A lead that this rep of the sample organisation owns. */
    Lead lead(String key, String rep) {
        var facts = new Facts(new Contact("甲", "+861391234560" + key.length(), null), null, null, "医疗", null, null, 1000L, null, null, null, null, Map.of());
        var submission = new Submission(LeadId.of("demo", key), "demo", key, Corpora.sha256(key.getBytes(StandardCharsets.UTF_8)), clock.now(), null,
                facts, List.of(), null, null, false, "trace-" + key);
        var post = new Post("demo", clock.now(), "application/json", "{}".getBytes(StandardCharsets.UTF_8), List.of(submission));
        var scored = new Deliveries(store, secrets, clock, ids).take(submission, post,
                (seen, earlier) -> new Deliveries.Scored(Priority.NORMAL, new Score("1", 60, List.of()), "middle")).lead();
        var decision = new Decision("1", "some-rule", "round-robin", new Sentence("因为", "because"), List.of(), Map.of(), new Decision.ToRep(rep, null, false, null));
        var staff = new StaffBook(store).find(rep).orElseThrow();
        return ((Ownership.Given.Done) new Ownership(store, new InMemoryFiles(), Planner.NONE, clock).give(scored, staff, decision, "system", null, false, null)).lead();
    }

    /** What a rep records of a lead, with one file. */
    Activity records(Lead seen, String type, String name, String mediaType, byte[] content) {
        var now = new Leads(store).find(seen.id()).orElseThrow();
        var id = Activity.id(now.id(), now.owner(), type + name);
        var files = new LinkedHashMap<String, EvidenceFile>();
        files.put("f1", EvidenceFile.declared(now.id(), id, "f1", name, mediaType, content.length, Corpora.sha256(content), clock.now()));
        var activity = new Activity(now.id(), id, 1, now.owner(), clock.now(), clock.now(), type, new Activity.Said("已确认", "看工厂", "发方案", null, null),
                null, java.util.Set.of(), List.of(), Map.of(), files, null, 0, "0".repeat(64), "a-salt", Map.of(), Map.of());
        return ((Activities.Recorded.Done) activities.record(now, activity, "first-contact",
                new Activities.Follows(null, clock.now().plus(Duration.ofHours(24)), false, null))).activity();
    }

    /** Puts content where the activity's file is awaited. */
    Quarantine.Seen uploads(Activity activity, byte[] content) {
        return quarantine.put(key(activity), content);
    }

    static String key(Activity activity) {
        return activity.files().get("f1").key();
    }

    News arrived(Activity activity) {
        return new News.Uploaded(key(activity));
    }

    EvidenceFile file(Activity activity) {
        return activities.find(activity.lead(), activity.id()).orElseThrow().files().get("f1");
    }

    /** How often something stands on the lead's timeline. */
    long events(Activity activity, String type) {
        return new Timelines(store, clock).of(activity.lead()).stream().filter(event -> event.type().equals(type)).count();
    }

    /** Distinct notices of a kind that were sent. */
    List<Map<?, ?>> notices(String kind) {
        return queue.bodies(Queue.Channel.NOTICES).stream().<Map<?, ?>>map(body -> (Map<?, ?>) body.get("notice"))
                .filter(notice -> kind.equals(notice.get("kind"))).distinct().toList();
    }

    void later(Duration length) {
        clock.advance(length);
    }
}
