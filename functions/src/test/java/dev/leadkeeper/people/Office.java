package dev.leadkeeper.people;

import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.followup.Followup;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Region;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Planner;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.CheckInLinks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An office with one person of every role, two reps, and leads in every state, on the ports in memory. */
public final class Office {
    /** What was posted for the attention entry. */
    public static final String BROKEN = "{\"tel\":\"13912340000\",\"oops\":";

    public final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    public final InMemoryStore store = new InMemoryStore();
    public final InMemoryQueue queue = new InMemoryQueue();
    public final SeededIds ids = new SeededIds(7);
    public final InMemoryFiles files = new InMemoryFiles();
    public final FixedSecrets secrets = new FixedSecrets().put(Customers.SECRET, "a-key-for-tests").put(CheckInLinks.SECRET, "another-key");
    public final InMemoryQuarantine quarantine = new InMemoryQuarantine(clock, true);
    public final InMemoryVault vault = new InMemoryVault();
    public final RecordingTelemetry telemetry = new RecordingTelemetry();
    public final Leads leads = new Leads(store);
    public final Details details = new Details(store);
    public final Timelines timelines = new Timelines(store, clock);
    public final Deliveries deliveries = new Deliveries(store, secrets, clock, ids);
    public final Ownership ownership = new Ownership(store, files, Planner.NONE, clock);
    public final StaffBook staff = new StaffBook(store);

    public Office() {
        for (var role : Staff.Role.values()) {
            hire(role.word(), role, Staff.Status.ACTIVE);
        }
        hire("rep2", Staff.Role.REP, Staff.Status.ACTIVE);
    }

    /** Adds somebody, or changes their role and status. */
    public Staff hire(String id, Staff.Role role, Staff.Status status) {
        staff.save(new Staff(id, "员工" + id, role, Set.of("east"), status, true, Set.of("kol"), Set.of("骨科器械"),
                List.of("310000"), Set.of(), 1, 8, null, null, null, List.of(), Staff.Figures.NONE,
                List.of(new Staff.Address("wecom", "wx-" + id)), Staff.Ledger.NEW));
        return staff.find(id).orElseThrow();
    }

    /** What the functions of the rep's side stand on. */
    public Followup.Ground ground() {
        return new Followup.Ground(store, queue, secrets, () -> quarantine, () -> vault, clock, ids, telemetry);
    }

    /** A lead that was just scored; each a second after the one before. */
    public Lead scored(String key) {
        return take(submission(key, null, null)).lead();
    }

    /** A lead of this rep, decided with figures of {@code rep} and {@code rep2}. */
    public Lead assigned(String key, String rep) {
        var lead = scored(key);
        var given = ownership.give(lead, staff.find(rep).orElseThrow(), decision(rep), "system", null, false, null);
        return ((Ownership.Given.Done) given).lead();
    }

    /** The same with clocks that run, by the usual rules and with all time counting: it is breached after 4 hours. */
    public Lead watched(String key, String rep) {
        var given = new Ownership(store, files, new Plans(store, clock), clock).give(scored(key), staff.find(rep).orElseThrow(), decision(rep), "system", null, false, null);
        return ((Ownership.Given.Done) given).lead();
    }

    /** A lead in the pool {@code nurture}. */
    public Lead nurturing(String key) {
        var lead = scored(key);
        ownership.pool(lead, "nurture", new Decision("7", "low", "pool", new Sentence("评分低", "a low score"), List.of(),
                Map.of(), new Decision.ToPool("nurture", null)));
        return leads.find(lead.id()).orElseThrow();
    }

    /** A lead on the waiting list. */
    public Lead waiting(String key) {
        var lead = scored(key);
        ownership.wait(lead, "everybody-full", new Decision("7", "high", "none", new Sentence("已满", "full"), List.of(),
                Map.of("full", List.of("rep", "rep2")), new Decision.Waits("everybody-full")));
        return leads.find(lead.id()).orElseThrow();
    }

    /** An entry that nobody can work with, posted as {@link #BROKEN}. */
    public Lead attention(String key) {
        return take(submission(key, null, "json-syntax")).lead();
    }

    /** A test. */
    public Lead test(String key) {
        return take(submission(key, "test-phone", null)).lead();
    }

    private static Decision decision(String rep) {
        var other = rep.equals("rep") ? "rep2" : "rep";
        return new Decision("7", "high", "top-closers",
                new Sentence("因您上月骨科器械成交率 38.2%,高于团队均值 21%", "your closing rate was 38.2 %"),
                List.of(new Decision.Candidate(rep, "chosen", new Sentence("成交率 38.2%", "closed 38.2 %")),
                        new Decision.Candidate(other, "next", new Sentence("成交率 17.5%", "closed 17.5 %")),
                        new Decision.Candidate("manager", "full", new Sentence("8/8", "8 of 8 open"))),
                Map.of("left", List.of("gone")), new Decision.ToRep(rep, null, false, null));
    }

    private Submission submission(String key, String test, String attention) {
        clock.advance(Duration.ofSeconds(1));
        var facts = new Facts(new Contact("张伟", "+8613812345678", "zhangwei@example.com"), "星辰有限公司", null, "骨科器械",
                new Region("310115", "上海市浦东新区", List.of("asia", "CN", "310000", "310115")), null, 200_000L, "展会扫码",
                "本月", "决策人", "请打我手机 13812345678", Map.of("wechat", "zw-1988"));
        return new Submission(LeadId.of("demo", key), "demo", key, HexFormat.of().formatHex(LeadId.sha256(key)), clock.now(),
                null, facts, List.of("wechat"), test, attention, false, "trace-" + key);
    }

    private Deliveries.Delivered take(Submission submission) {
        var raw = (submission.attention() == null ? "{}" : BROKEN).getBytes(StandardCharsets.UTF_8);
        var post = new Post("demo", submission.receivedAt(), "application/json", raw, List.of(submission));
        var score = new Score("7", 81, List.of(new Score.Dimension("industryMatch", new Sentence("行业匹配度", "industry"), 20,
                "core", new Sentence("核心行业", "a core industry"))));
        return deliveries.take(submission, post, (facts, earlier) -> new Deliveries.Scored(Priority.NORMAL, score, "high"));
    }

    /** An ask with variables and parameters given as {@code name=value}; those after {@code ?} are of the query. */
    public static Ask ask(String... pairs) {
        var path = new java.util.HashMap<String, String>();
        var query = new java.util.HashMap<String, String>();
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            (pair.startsWith("?") ? query : path).put(pair.substring(pair.startsWith("?") ? 1 : 0, at), pair.substring(at + 1));
        }
        return new Ask(path, query, new byte[0]);
    }

    /** The same ask with a JSON body. */
    public static Ask with(Ask ask, String body) {
        return new Ask(ask.path(), ask.query(), ask.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same ask with a header; the name in lower case. */
    public static Ask headed(Ask ask, String name, String value) {
        var headers = new java.util.HashMap<>(ask.headers());
        headers.put(name, value);
        return new Ask(ask.path(), ask.query(), headers, ask.body());
    }

    /** What a client reads of an answer that holds something. */
    public static Map<String, Object> read(Answer answer) {
        return switch (answer) {
            case Answer.Done(var body) -> Json.readOwn(Json.write(body));
            case Answer.Versioned(var body, var revision) -> Json.readOwn(Json.write(body));
            case Answer.Table _, Answer.View _, Answer.Elsewhere _, Answer.Stale _, Answer.Missing _, Answer.Denied _, Answer.Wrong _, Answer.Refused _ ->
                    throw new AssertionError("not done: " + answer);
        };
    }
}
