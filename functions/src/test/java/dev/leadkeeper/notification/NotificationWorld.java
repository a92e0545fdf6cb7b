package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.ScriptedNotifier;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.deadlines.ReleaseNotices;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.OpenNotices;
import java.time.Instant;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small world for tests of delivery: one lead, some staff, some channels, and a notifier that says what it is told. */
final class NotificationWorld {
    final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    final Store store;
    final InMemoryQueue queue = new InMemoryQueue();
    final ScriptedNotifier notifier = new ScriptedNotifier();
    final List<String> measured = new ArrayList<>();
    final Timelines timelines;
    final Todos todos;
    final String lead = LeadId.of("demo", "1");
    final DeliverNotice deliver;

    NotificationWorld() {
        this(new InMemoryStore());
    }

    NotificationWorld(Store store) {
        this.store = store;
        timelines = new Timelines(store, clock);
        todos = new Todos(store);
        deliver = useCase(queue, "https://crm.example.com/");
        var facts = new Facts(new Contact("王小明", "+8613912345678", null), null, null, null, null, null, null, null, null,
                null, null, Map.of());
        var submission = new Submission(lead, "demo", "1", "a".repeat(64), clock.now(), null, facts, List.of(), null, null, false, "trace");
        new Deliveries(store, new FixedSecrets().put(Customers.SECRET, "k"), clock, new SeededIds(1)).take(submission,
                new Post("demo", clock.now(), "application/json", new byte[] {'{', '}'}, List.of(submission)),
                (known, earlier) -> new Deliveries.Scored(Priority.NORMAL, new Score("1", 60, List.of()), "middle"));
        channels(Map.of("first", Map.of("type", "outbox"), "second", Map.of("type", "outbox"), "third", Map.of("type", "outbox")));
    }

    DeliverNotice useCase(Queue toQueue, String publicUrl) {
        return useCase(toQueue, new Links(publicUrl, new CheckInLinks(new FixedSecrets())));
    }

    DeliverNotice useCase(Queue toQueue, Links links) {
        var measures = new Measures() {
            @Override
            public void attempted(NoticeMessage message, Receipt receipt) {
                measured.add("attempted " + receipt.channel() + " " + receipt.outcome());
            }

            @Override
            public void reached(NoticeMessage message, Duration sinceCause) {
                measured.add("reached after " + sinceCause.toMillis() + " ms");
            }

            @Override
            public void held(NoticeMessage message, HeldNotices.Why why, Instant until) {
                measured.add("held for " + why.word() + " until " + until);
            }

            @Override
            public void undelivered(NoticeMessage message, Rung told) {
                measured.add("undelivered " + message.notice().kind() + " " + told.word());
            }
        };
        return DeliverNotice.over(store, toQueue, clock, notifier, measures, links);
    }

    NotificationWorld channels(Map<String, Object> channels) {
        return organisation(Map.of("channels", channels));
    }

    NotificationWorld organisation(Map<String, Object> doc) {
        var documents = new Documents(store);
        var seen = documents.find("organisation", "channels").map(Documents.Document::version).orElse(0L);
        documents.save("organisation", "channels", seen, doc);
        return this;
    }

    NotificationWorld hire(String id, Staff.Role role, Staff.Status status, String... channels) {
        var chain = Arrays.stream(channels).map(channel -> new Staff.Address(channel, id + "@" + channel)).toList();
        new StaffBook(store).save(new Staff(id, id, role, Set.of(), status, true, Set.of(), Set.of(), List.of(), Set.of(), 1,
                8, null, null, null, List.of(), Staff.Figures.NONE, chain, Staff.Ledger.NEW));
        return this;
    }

    /** Somebody who was hired is reached by these, and by nothing else. */
    NotificationWorld reachedBy(String id, Staff.Address... addresses) {
        var book = new StaffBook(store);
        var one = book.find(id).orElseThrow();
        book.save(new Staff(id, id, one.role(), one.groups(), one.status(), true, Set.of(), Set.of(), List.of(), Set.of(), 1, 8, null, null, null,
                List.of(), Staff.Figures.NONE, List.of(addresses), one.ledger()));
        return this;
    }

    /** Somebody who was hired prefers this from now on. */
    NotificationWorld prefers(String id, Preferences preferences) {
        var book = new StaffBook(store);
        book.save(book.find(id).orElseThrow().with(preferences));
        return this;
    }

    /** The minute's sweep. */
    int release() {
        return new ReleaseNotices(store, queue, clock, "https://crm.example.com/").sweep();
    }

    List<OpenNotices.Open> open(OpenNotices.State state) {
        return new OpenNotices(store).page(state, null, 100, null).notices();
    }

    List<HeldNotices.Held> held() {
        return new HeldNotices(store).page(null, 100, null).held();
    }

    Notice notice(String id, String kind, boolean aboutTheLead) {
        return new Notice(id, kind, "rep", aboutTheLead ? lead : null, new Sentence("标题 " + id, "Title " + id), new Sentence("内容", "text"), "trace");
    }

    /** A notice comes. */
    NotificationWorld comes(Notice notice) {
        deliver.handle(NoticeMessage.first(notice, clock.now()));
        return this;
    }

    NotificationWorld rep(String... channels) {
        return hire("rep", Staff.Role.REP, Staff.Status.ACTIVE, channels);
    }

    Notice notice(String id) {
        return new Notice(id, "new-lead", "rep", lead, new Sentence("新线索", "New lead"), new Sentence("原因", "reason"), "trace");
    }

    NoticeMessage message() {
        return NoticeMessage.first(notice("n1"), clock.now());
    }

    /** Handles messages, letting their delays pass, until the queue is empty; at most so many. */
    void run(int most) {
        for (int i = 0; i < most && !queue.sent().isEmpty(); i++) {
            var next = queue.sent().getFirst();
            queue.take(Queue.Channel.NOTICES).stream().skip(1).forEach(body -> queue.send(Queue.Channel.NOTICES, body));
            clock.advance(next.delay());
            deliver.handle(NoticeMessage.fromDoc(Doc.of(next.body())));
        }
    }

    /** The one message that was sent, taken. */
    NoticeMessage taken() {
        var bodies = queue.take(Queue.Channel.NOTICES);
        if (bodies.size() != 1) {
            throw new AssertionError("expected one message but there are " + bodies.size());
        }
        return NoticeMessage.fromDoc(Doc.of(bodies.getFirst()));
    }

    List<TimelineEvent> events(String... types) {
        return timelines.of(lead).stream().filter(event -> List.of(types).contains(event.type())).toList();
    }
}
