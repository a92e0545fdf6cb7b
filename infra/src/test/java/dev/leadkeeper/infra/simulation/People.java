package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** People who work while the machine works: through the same desk and with the same rights as the real ones. */
final class People {
    private static final String LIVE = "live";

    private final Cosmos cosmos;
    private final Dice dice;
    private final Company company;
    private final Store truth;
    private final Promises promises;
    private final Ports ports;
    private final Desk desk;

    People(Cosmos cosmos, Dice dice, Company company, Store truth, Promises promises, Ports ports) {
        this.cosmos = cosmos;
        this.dice = dice;
        this.company = company;
        this.truth = truth;
        this.promises = promises;
        this.ports = ports;
        this.desk = new Desk(new StaffBook(ports.store()), Admin.routes(ports.store(), ports.queue(), ports.files(), ports.secrets(),
                ports.clock(), ports.ids()));
    }

    /** Everything that people are going to do. @param moment gives the times, in virtual milliseconds from now */
    void work(LongSupplier moment) {
        for (int i = 0; i < 3; i++) {
            at(moment.getAsLong(), () -> ask(Company.BOSS, "PUT /assignment/breaker", Map.of(), Map.of("open", true, "reason", "look")));
            at(moment.getAsLong(), () -> ask(Company.BOSS, "PUT /assignment/breaker", Map.of(), Map.of("open", false)));
        }
        for (int i = 0; i < 10; i++) {
            var rep = dice.pick(company.allReps());
            var change = change();
            at(moment.getAsLong(), () -> ask(Company.ADMIN, "PUT /staff/{id}", Map.of("id", rep), change));
        }
        for (int i = 0; i < 5; i++) {
            at(moment.getAsLong(), this::dispatch);
        }
        at(moment.getAsLong(), () -> ask(Company.ADMIN, "PUT /settings/forms/{form}", Map.of("form", Senders.FORM),
                Map.of("definition", Senders.mendedForm())));
        for (int i = 0; i < 3; i++) {
            at(moment.getAsLong() + dice.between(0, 5 * 60_000), this::replay);
        }
        at(moment.getAsLong(), this::publish);
    }

    private Map<String, Object> change() {
        return switch (dice.below(7)) {
            case 0, 1 -> Map.of("status", "disabled");
            case 2 -> Map.of("status", "active", "canReceive", true);
            case 3 -> Map.of("canReceive", false);
            case 4 -> Map.of("cap", dice.between(1, 4));
            case 5 -> Map.of("dayCap", dice.between(1, 4));
            default -> Map.of("backlogCap", dice.between(1, 4));
        };
    }

    /** Gives some lead to some rep, asking twice at times. */
    private void dispatch() {
        var leads = promises.leads();
        if (leads.isEmpty()) {
            return;
        }
        var lead = cosmos.dice().pick(leads);
        var rep = cosmos.dice().pick(company.allReps());
        ask(Company.BOSS, "POST /leads/{id}/assign", Map.of("id", lead), Map.of("rep", rep));
        if (cosmos.dice().chance(0.3)) {
            ask(Company.BOSS, "POST /leads/{id}/assign", Map.of("id", lead), Map.of("rep", rep));
        }
    }

    /** Reads an entry of the attention list anew. */
    private void replay() {
        var entries = promises.leads().stream().filter(id -> new Leads(truth).find(id).orElseThrow().state() == LeadState.ATTENTION).toList();
        if (!entries.isEmpty()) {
            ask(Company.BOSS, "POST /attention/{id}/replay", Map.of("id", cosmos.dice().pick(entries)), null)
                    .ifPresent(done -> promises.replayed(texts(done.get("leads"))));
        }
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** Makes the other rulebook live, as the seeding command does. */
    private void publish() {
        var documents = new Documents(ports.store());
        var seen = documents.find(LIVE, "rulebook").orElseThrow().version();
        documents.save(LIVE, "rulebook", seen, Map.of("version", "2"));
    }

    private Optional<Map<String, Object>> ask(String who, String route, Map<String, String> path, Map<String, Object> body) {
        return switch (desk.answer(route, who, new Ask(path, Map.of(), body == null ? new byte[0] : Json.writeBytes(body)))) {
            case Answer.Done(var answer) -> Optional.of(answer);
            case Answer.Refused _ -> Optional.empty();
            case Answer.Missing _, Answer.Denied _, Answer.Wrong _ -> throw new Violation(who + " could not ask " + route + " " + path + " " + body);
        };
    }

    /** Whoever gets an error asks again after a while, at times. */
    private void at(long after, Runnable does) {
        cosmos.loop().after(after, () -> cosmos.invoke(new Invocation("person", cosmos.loop().now(), cosmos.skew()), does, failure -> {
            if (failure != null && cosmos.dice().chance(0.7)) {
                at(cosmos.dice().between(1_000, 60_000), does);
            }
        }));
    }
}
