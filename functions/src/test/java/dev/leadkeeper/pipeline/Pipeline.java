package dev.leadkeeper.pipeline;

import dev.leadkeeper.assignment.AssignLead;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.ScriptedNotifier;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.UseCases;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.followup.Followup;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notification.Measures;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.notification.Receipt;
import dev.leadkeeper.notification.Rung;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The functions in a row over fakes, with the sample organisation; messages go through JSON as they do on Lambda. */
final class Pipeline {
    final VirtualClock clock = new VirtualClock("2026-11-23T02:00:00Z");
    final InMemoryStore store;
    final InMemoryQueue queue = new InMemoryQueue();
    /** Notices on their way, by their ids, whether they were delivered at once or kept for later. */
    final Map<String, Map<String, Object>> told = new java.util.LinkedHashMap<>();
    final ScriptedNotifier notifier = new ScriptedNotifier();
    final UseCases useCases;
    final StaffBook staff;

    Pipeline() {
        this(new InMemoryStore());
    }

    Pipeline(InMemoryStore store) {
        this.store = store;
        useCases = new UseCases(new Ports(store, queue, new InMemoryFiles(), clock, new SeededIds(1), new FixedSecrets().put(Customers.SECRET, "for tests"), notifier));
        staff = new StaffBook(store);
        SampleOrganisation.load(store, clock);
    }

    /** Facts that score in the middle (about 50). */
    static Facts facts(String phone) {
        return new Facts(new Contact("张先生", phone, null), "某某公司", null, "物流", null, null, 40_000L, "未知", "本月",
                "采购", null, Map.of());
    }

    static Facts with(Facts one, String industry, Long budget, String source, String needBy, String role, String note, String subject) {
        return new Facts(one.contact(), one.company(), one.uscc(), industry, one.region(), subject, budget, source, needBy,
                role, note, one.unmapped());
    }

    String post(String key, Facts facts, String... unknown) {
        var hash = HexFormat.of().formatHex(LeadId.sha256(key + facts));
        var submission = new Submission(LeadId.of("demo", key), "demo", key, hash, clock.now(), null, facts, List.of(unknown),
                null, null, false, "trace-" + key);
        queue.send(Channel.LEADS_RECEIVED, dev.leadkeeper.codec.PostCodec.toDoc(
                new Post("demo", clock.now(), "application/json", new byte[] {'{', '}'}, List.of(submission))));
        return submission.lead();
    }

    /** Runs the functions until no message is left. */
    void run() {
        boolean busy;
        do {
            busy = false;
            for (var channel : Channel.values()) {
                for (var body : queue.take(channel)) {
                    busy = true;
                    handle(channel, Json.readOwn(Json.write(body)));
                }
            }
        } while (busy);
    }

    void handle(Channel channel, Map<String, Object> body) {
        var doc = Doc.of(body);
        switch (channel) {
            case LEADS_RECEIVED -> useCases.scoreLeads().take(dev.leadkeeper.codec.PostCodec.fromDoc(doc), useCases.rulebooks().live());
            case LEADS_SCORED, LEADS_SCORED_URGENT -> useCases.assignLead().assign(doc.required("lead"), useCases.today());
            case DRAINS -> useCases.drainWaiting().drain(dev.leadkeeper.assignment.DrainWaiting.Request.fromDoc(doc),
                    useCases.today(), clock.now().plus(Duration.ofSeconds(4)));
            case DUE -> {
                if (doc.text("lane") == null) {
                    useCases.fireDue().fire(doc.required("lead"), dev.leadkeeper.codec.WatchCodec.dueAt(doc.required("at")));
                } else {
                    useCases.sweepDue().sweepRest(Math.toIntExact(doc.number("look")));
                }
            }
            case NOTICES -> {
                if (body.get("notice") instanceof Map<?, ?> notice) {
                    told.put((String) notice.get("id"), Json.readOwn(Json.write(notice)));
                }
                useCases.deliverNotice(new Unmeasured()).handle(NoticeMessage.fromDoc(doc));
            }
        }
    }

    /** The rep taps that they have contacted the customer, through the API. */
    Answer contacted(Lead lead) {
        var ground = new Followup.Ground(store, queue, new FixedSecrets(), () -> new InMemoryQuarantine(clock, true), InMemoryVault::new, clock, new SeededIds(5),
                new RecordingTelemetry());
        return new Desk(staff, Followup.routes(ground)).answer("POST /leads/{id}/contacted", lead.owner(),
                new Ask(Map.of("id", lead.id()), Map.of(), Json.writeBytes(Map.of("channel", "phone"))));
    }

    AssignLead.Today today() {
        return useCases.today();
    }

    Lead lead(String id) {
        return new Leads(store).find(id).orElseThrow();
    }

    Staff rep(String id) {
        return staff.find(id).orElseThrow();
    }

    List<String> history(String id) {
        return new Timelines(store, clock).of(id).stream().map(TimelineEvent::type).toList();
    }

    /** Publishes a rulebook that differs in its section of deadlines. */
    void deadlines(Map<String, Object> section) {
        var documents = new Documents(store);
        var live = documents.find("live", "rulebook").orElseThrow();
        var rulebook = new HashMap<>(documents.find("rulebook", (String) live.doc().get("version")).orElseThrow().doc());
        var version = rulebook.get("version") + "x";
        rulebook.put("version", version);
        rulebook.put("deadlines", section);
        documents.save("rulebook", version, 0, rulebook);
        documents.save("live", "rulebook", live.version(), Map.of("version", version));
    }

    private static final class Unmeasured implements Measures {
        @Override
        public void attempted(NoticeMessage message, Receipt receipt) { }

        @Override
        public void reached(NoticeMessage message, Duration sinceCause) { }

        @Override
        public void held(NoticeMessage message, HeldNotices.Why why, Instant until) { }

        @Override
        public void undelivered(NoticeMessage message, Rung told) { }
    }
}
