package dev.leadkeeper.ledger;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryStore;
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
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.port.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small world for tests of the ledger: fakes behind every port and makers of plain things. */
final class World {
    final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    final Store store;
    final SeededIds ids = new SeededIds(7);
    final InMemoryFiles files = new InMemoryFiles();
    final FixedSecrets secrets = new FixedSecrets().put(Customers.SECRET, "a-key-for-tests");
    final Leads leads;
    final Timelines timelines;
    final Deliveries deliveries;
    final Ownership ownership;
    final Activities activities;
    final FileVerdicts verdicts;
    final Endings endings;
    final Stages stages;
    final StaffBook staff;
    final Customers customers;

    World() {
        this(new InMemoryStore());
    }

    World(Store store) {
        this.store = store;
        leads = new Leads(store);
        timelines = new Timelines(store, clock);
        deliveries = new Deliveries(store, secrets, clock, ids);
        ownership = new Ownership(store, files, Planner.NONE, clock);
        activities = new Activities(store, clock, ids);
        verdicts = new FileVerdicts(store, clock, ids);
        endings = new Endings(store, clock);
        stages = new Stages(store, Planner.NONE, clock);
        staff = new StaffBook(store);
        customers = new Customers(store, secrets);
    }

    /** A delivery under a key with a phone; the body is what tells deliveries apart. */
    Submission submission(String key, String body, Contact contact) {
        var facts = new Facts(contact, null, null, "医疗", null, null, 1000L, null, null, null, null, Map.of());
        return new Submission(LeadId.of("demo", key), "demo", key, hash(body), clock.now(), null, facts, List.of(), null,
                null, false, "trace-" + key);
    }

    Submission submission(String key, String body) {
        return submission(key, body, new Contact("甲", "+8613912345678", null));
    }

    static Submission at(Submission one, Instant updatedAt) {
        return new Submission(one.lead(), one.form(), one.deliveryKey(), one.bodyHash(), one.receivedAt(), updatedAt,
                one.facts(), one.unknown(), one.test(), one.attention(), one.replay(), one.trace());
    }

    static Submission attention(Submission one, String reason, boolean replay) {
        return new Submission(one.lead(), one.form(), one.deliveryKey(), one.bodyHash(), one.receivedAt(), one.updatedAt(),
                one.facts(), one.unknown(), one.test(), reason, replay, one.trace() + (replay ? "-replay" : ""));
    }

    Deliveries.Delivered take(Submission submission) {
        var post = new Post(submission.form(), submission.receivedAt(), "application/json",
                "{\"raw\":true}".getBytes(StandardCharsets.UTF_8), List.of(submission));
        return deliveries.take(submission, post, (facts, earlier) -> new Deliveries.Scored(Priority.NORMAL,
                new Score("1", 60 + (int) earlier, List.of()), "middle"));
    }

    Staff hire(String id, int cap) {
        staff.save(new Staff(id, id, Staff.Role.REP, Set.of("east"), Staff.Status.ACTIVE, true, Set.of(), Set.of(),
                List.of(), Set.of(), 1, cap, null, null, null, List.of(), Staff.Figures.NONE, List.of(), Staff.Ledger.NEW));
        return staff.find(id).orElseThrow();
    }

    /** A lead that this rep has just been given. */
    Lead owned(String key, String rep) {
        var scored = take(submission(key, "{}", new Contact("甲", "+86139123456" + key.length() + "0", null))).lead();
        var given = ownership.give(scored, staff.find(rep).orElseThrow(), to(rep, null), "system", null, false, null);
        return ((Ownership.Given.Done) given).lead();
    }

    /** Something that a rep recorded, with these files declared. */
    Activity activity(Lead lead, String key, String body, EvidenceFile... files) {
        var id = Activity.id(lead.id(), lead.owner(), key);
        var declared = new java.util.LinkedHashMap<String, EvidenceFile>();
        List.of(files).forEach(file -> declared.put(file.id(), file));
        return new Activity(lead.id(), id, 1, lead.owner(), clock.now(), clock.now(), "proposal",
                new Activity.Said("预算已确认", "周三看工厂", "发方案", null, null), "trial", Set.of("price-comparison"),
                List.of(new Activity.Participant("张总", "decides")), Map.of("trackingNumber", "SF1"), declared, 2L, 0, hash(body),
                "a-salt", Map.of(), Map.of());
    }

    EvidenceFile file(Lead lead, String key, String file) {
        return EvidenceFile.declared(lead.id(), Activity.id(lead.id(), lead.owner(), key), file, "方案.pdf", "application/pdf",
                1000, hash(file), clock.now());
    }

    static Decision to(String rep, Decision.Turn turn) {
        return new Decision("1", "some-rule", "round-robin", new Sentence("因为", "because"), List.of(), Map.of(),
                new Decision.ToRep(rep, turn, false, null));
    }

    static String hash(String body) {
        return HexFormat.of().formatHex(LeadId.sha256(body));
    }
}
