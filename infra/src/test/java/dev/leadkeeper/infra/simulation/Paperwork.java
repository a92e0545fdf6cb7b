package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.port.Quarantine.Form;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reps who record what happened and upload what shows it, well and badly, and supervisors who look at it. */
final class Paperwork {
    /** When files that did not come expire, which is when somebody uploads one after all. */
    static final long EXPIRES = Duration.ofHours(24).toMillis();
    private static final long MINUTE = 60_000;
    private static final List<String> TYPES = List.of("first-contact", "call", "proposal", "requirement", "pain-list");
    private static final List<String> REASONS = List.of("confirmed-with-customer", "evidence-missing", "other");
    /** Within so many ms of a sweep that is to expire a file somebody uploads it: as long as a sweep is at work on a few of them. */
    private static final long LAST_MOMENT = 300;

    private final Cosmos cosmos;
    private final Dice dice;
    private final Store truth;
    private final Promises leads;
    private final Filing filing;
    /** Forms of files that nobody has uploaded yet, and when these are due, in virtual milliseconds since the epoch. */
    private final Map<Form, Long> lastMoments = new LinkedHashMap<>();
    private final boolean quiet;
    private int records;

    /** @param quiet whether everybody does just enough for everything to happen once */
    Paperwork(Cosmos cosmos, Dice dice, Store truth, Promises leads, Filing filing, boolean quiet) {
        this.cosmos = cosmos;
        this.dice = dice;
        this.truth = truth;
        this.leads = leads;
        this.filing = filing;
        this.quiet = quiet;
        filing.whenSwept(this::lastMoment);
    }

    /** Who looks at what somebody recorded. */
    static String supervisor(String staff) {
        return staff.equals(Company.BOSS) ? Company.ADMIN : Company.BOSS;
    }

    /** Everything that people are going to do. @param moment gives the times, in virtual milliseconds from now */
    void work(LongSupplier moment) {
        for (int i = 0; i < (quiet ? 2 : 8); i++) {
            cosmos.loop().after(moment.getAsLong() + dice.between(1_000, 3 * MINUTE), this::record);
            cosmos.loop().after(moment.getAsLong() + dice.between(MINUTE, 6 * MINUTE), this::review);
        }
        for (int i = 0; i < (quiet ? 1 : 4); i++) {
            cosmos.loop().after(moment.getAsLong() + dice.between(1_000, 3 * MINUTE), this::checkIn);
            cosmos.loop().after(moment.getAsLong() + dice.between(MINUTE, 4 * MINUTE), this::more);
            cosmos.loop().after(EXPIRES + moment.getAsLong() + dice.between(0, 3 * MINUTE), this::more);
        }
        for (int i = 0; i < (quiet ? 1 : 2); i++) {
            cosmos.loop().after(moment.getAsLong() + dice.between(2 * MINUTE, 6 * MINUTE), () -> move("stage", Map.of("stage", "analysis")));
            cosmos.loop().after(moment.getAsLong() + dice.between(4 * MINUTE, 8 * MINUTE), () -> move("outcome", Map.of("outcome", "lost", "reason", "price")));
        }
        for (var hour : List.of(0L, 1L, 24L)) {
            cosmos.loop().after(hour * 60 * MINUTE + moment.getAsLong(), filing::anchor);
        }
    }

    /** One tap. */
    private void checkIn() {
        lead().ifPresent(lead -> at(0, () -> ask(lead.owner(), "POST /leads/{id}/contacted", Map.of("id", lead.id()), Map.of(), Map.of("channel", "phone"))));
    }

    private void record() {
        var lead = lead();
        if (lead.isEmpty()) {
            return;
        }
        var key = Map.of("idempotency-key", "record-" + records++);
        var body = body();
        at(0, () -> ask(lead.get().owner(), "POST /leads/{id}/activities", Map.of("id", lead.get().id()), key, body).ifPresent(answer -> {
            filing.promises().answered(lead.get().id(), (String) answer.get("id"));
            if (cosmos.dice().chance(0.4)) {
                cosmos.loop().after(EXPIRES - cosmos.dice().between(MINUTE, 4 * MINUTE), () -> atLast(lead.get().id(), (String) answer.get("id")));
            } else {
                upload(answer);
            }
        }));
    }

    /** Somebody who has uploaded nothing so far gets forms for it in the last minutes, to upload when the sweep is about to expire it. */
    private void atLast(String lead, String activity) {
        at(0, () -> ask(owner(lead), "POST /leads/{id}/activities/{activity}/uploads", Map.of("id", lead, "activity", activity), Map.of(), Map.of())
                .ifPresent(answer -> ((List<?>) answer.get("uploads")).forEach(sheet -> {
                    var form = form((Map<?, ?>) sheet);
                    lastMoments.put(form, filing.promises().file(form.fields().get("key")).since().toEpochMilli() + EXPIRES);
                })));
    }

    /** A sweep begins. */
    private void lastMoment() {
        lastMoments.entrySet().removeIf(one -> {
            if (one.getValue() > cosmos.clock()) {
                return false;
            }
            var form = one.getKey();
            post(form, Papers.content(filing.promises().file(form.fields().get("key")).sha256()), cosmos.dice().between(0, LAST_MOMENT));
            return true;
        });
    }

    /** Somebody says how far a lead is, on what they see of it. */
    private void move(String route, Map<String, Object> body) {
        lead().flatMap(one -> new Leads(truth).find(one.id())).ifPresent(lead -> at(0, () -> ask(lead.owner(), "POST /leads/{id}/" + route,
                Map.of("id", lead.id()), Map.of("if-match", "\"" + lead.revision() + "\""), body)));
    }

    private Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", cosmos.dice().pick(TYPES));
        if (!body.get("type").equals("pain-list")) {
            body.putAll(Map.of("solved", "price", "nextStep", "demo", "promise", "a proposal", "promiseBy", "2026-12-01", "result", "going-on"));
        }
        body.put("files", files());
        return body;
    }

    private List<Map<String, Object>> files() {
        var files = new LinkedHashMap<Object, Map<String, Object>>();
        for (int i = cosmos.dice().chance(0.1) ? 0 : cosmos.dice().chance(0.5) ? 1 : cosmos.dice().chance(0.5) ? 2 : 4; i > 0; i--) {
            var file = Papers.any(cosmos.dice());
            files.put(file.get("sha256"), file);
        }
        return List.copyOf(files.values());
    }

    /** Somebody asks again for what is missing, at times with a further file. */
    private void more() {
        var known = new ArrayList<>(filing.promises().answered());
        if (known.isEmpty()) {
            return;
        }
        var name = cosmos.dice().pick(known).split("/");
        Map<String, Object> body = cosmos.dice().chance(0.6) ? Map.of() : Map.of("files", List.of(Papers.any(cosmos.dice())));
        at(0, () -> ask(owner(name[0]), "POST /leads/{id}/activities/{activity}/uploads", Map.of("id", name[0], "activity", name[1]), Map.of(), body)
                .ifPresent(this::upload));
    }

    /** Somebody decides about something that waits. */
    private void review() {
        var waiting = truth.query(new Store.Query(Table.SIGNALS, "review", null, false, 10, null)).items();
        if (waiting.isEmpty()) {
            return;
        }
        var one = cosmos.dice().pick(waiting);
        var name = one.get("lead") + "-" + one.get("activity");
        var body = Map.<String, Object>of("decision", cosmos.dice().chance(0.5) ? "accept" : "reject", "reason", cosmos.dice().pick(REASONS));
        at(0, () -> ask(supervisor(owner((String) one.get("lead"))), "POST /reviews/{id}", Map.of("id", name), Map.of(), body));
    }

    /** Uploads by the forms of an answer: right, wrong, twice, one over the other within the time that a check takes, or not at all. */
    private void upload(Map<String, Object> answer) {
        for (var sheet : (List<?>) answer.get("uploads")) {
            var form = form((Map<?, ?>) sheet);
            var right = Papers.content(filing.promises().file(form.fields().get("key")).sha256());
            var wrong = Papers.other(cosmos.dice());
            var first = cosmos.dice().between(100, MINUTE);
            var soon = first + cosmos.dice().between(0, 250);
            switch (cosmos.dice().below(10)) {
                case 0, 1 -> { }
                case 2 -> post(form, wrong, first);
                case 3 -> {
                    post(form, right, first);
                    post(form, right, first + cosmos.dice().between(0, MINUTE));
                }
                case 4, 5, 6 -> {
                    post(form, right, first);
                    post(form, wrong, soon);
                }
                case 7 -> {
                    post(form, wrong, first);
                    post(form, right, soon);
                }
                default -> post(form, right, first);
            }
        }
    }

    private static Form form(Map<?, ?> sheet) {
        var fields = new LinkedHashMap<String, String>();
        ((Map<?, ?>) sheet.get("fields")).forEach((name, value) -> fields.put((String) name, (String) value));
        return new Form(URI.create((String) sheet.get("url")), fields);
    }

    private void post(Form form, byte[] content, long after) {
        cosmos.loop().after(after, () -> filing.upload(form, content));
    }

    private record Owned(String id, String owner) {}

    private Optional<Owned> lead() {
        var owned = leads.owned();
        return owned.isEmpty() ? Optional.empty() : Optional.of(cosmos.dice().pick(owned)).map(id -> new Owned(id, owner(id)));
    }

    private String owner(String lead) {
        return new Leads(truth).find(lead).orElseThrow().owner();
    }

    private Optional<Map<String, Object>> ask(String who, String route, Map<String, String> path, Map<String, String> headers, Map<String, Object> body) {
        return switch (filing.ask(who, route, new Ask(path, Map.of(), headers, bytes(body)))) {
            case Answer.Done(var answer) -> Optional.of(answer);
            case Answer.Versioned(var answer, var revision) -> Optional.of(answer);
            case Answer.Refused _, Answer.Stale _ -> Optional.empty();
            case Answer.Missing _, Answer.Denied _, Answer.Wrong _, Answer.Table _, Answer.View _, Answer.Elsewhere _ ->
                    throw new Violation(who + " could not ask " + route + " " + path + " " + body);
        };
    }

    /** In one order in every process: what was asked becomes part of a history, by its hash. */
    private static byte[] bytes(Map<String, Object> body) {
        return CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever gets an error asks the same again after a while, mostly. */
    private void at(long after, Runnable does) {
        cosmos.loop().after(after, () -> cosmos.invoke(new Invocation("rep", cosmos.loop().now(), cosmos.skew()), does, failure -> {
            if (failure != null && cosmos.dice().chance(0.8)) {
                at(cosmos.dice().between(1_000, MINUTE), does);
            }
        }));
    }
}
