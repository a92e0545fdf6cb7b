package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** People who work while the machine works: through the same desk and with the same rights as the real ones. */
final class People {
    private static final String LIVE = "live";

    /** Ways to get no more leads. */
    private static final int KINDS = 5;

    private final Theme theme;
    private final Cosmos cosmos;
    private final Dice dice;
    private final Company company;
    private final Store truth;
    private final Promises promises;
    private final Ports ports;
    private final Desks desk;
    private final int edited;

    People(Theme theme, Cosmos cosmos, Dice dice, Company company, Store truth, Promises promises, Ports ports) {
        this.theme = theme;
        this.cosmos = cosmos;
        this.dice = dice;
        this.company = company;
        this.truth = truth;
        this.promises = promises;
        this.ports = ports;
        this.edited = dice.chance(0.2) ? 0 : dice.below(KINDS); // whoever is disabled is not reached either
        this.desk = new Desks(ports);
    }

    /** Everything that people are going to do. @param moment gives the times, in virtual milliseconds from now */
    void work(LongSupplier moment) {
        var hands = new Hands(cosmos, company, promises, ports);
        if (theme == Theme.CLAIMS) {
            claims(hands, moment);
            return;
        }
        for (int i = 0; i < (theme == Theme.EDITS || !theme.edits() ? 0 : 3); i++) { // while the breaker is open no edit meets an assignment
            at(moment.getAsLong(), () -> ask(Company.BOSS, "PUT /assignment/breaker", Map.of(), Map.of("open", true, "reason", "look")));
            at(moment.getAsLong(), () -> ask(Company.BOSS, "PUT /assignment/breaker", Map.of(), Map.of("open", false)));
        }
        for (int i = 0; i < (!theme.edits() ? 0 : theme == Theme.EDITS ? 20 : 8); i++) {
            var rep = rep();
            at(moment.getAsLong() + late(), () -> ask(Company.ADMIN, "PUT /staff/{id}", Map.of("id", rep), change(rep)));
        }
        for (int i = 0; i < (theme == Theme.HANDS ? 16 : 4); i++) {
            at(moment.getAsLong() + late(), this::dispatch);
        }
        for (int i = 0; i < (theme == Theme.EDITS ? 0 : theme == Theme.HANDS || theme == Theme.GIVEN_BACK ? 16 : 5); i++) {
            at(moment.getAsLong() + late() + dice.between(0, 60_000), hands::move);
        }
        for (int i = 0; i < (theme == Theme.GIVEN_BACK ? 8 : 0); i++) { // while the rush is on, which is when it is made up for
            at(moment.getAsLong() + late() + dice.between(0, 5_000), () -> hands.giveBack("junk"));
        }
        for (int i = 0; i < (theme == Theme.HANDS ? 10 : 1); i++) {
            atOnce(hands, dice.pick(company.allReps()), moment.getAsLong() + late() + dice.between(0, 60_000), 2);
        }
        var reps = new Reps(cosmos, promises, ports);
        for (int i = 0; i < 6; i++) {
            at(moment.getAsLong() + late() + dice.between(0, 2 * 60_000), reps::followUp);
        }
        at(moment.getAsLong(), () -> ask(Company.ADMIN, "PUT /settings/forms/{form}", Map.of("form", Senders.FORM),
                Map.of("definition", Senders.mendedForm())));
        for (int i = 0; i < 3; i++) {
            at(moment.getAsLong() + dice.between(0, 5 * 60_000), this::replay);
        }
        at(moment.getAsLong(), this::publish);
    }

    /** Some minutes after the leads came everybody claims, once and again: mostly their first claims of a day on which turns gave them something. */
    private void claims(Hands hands, LongSupplier moment) {
        for (int round = 0; round < 2; round++) {
            company.reps(Company.EVEN).forEach(rep -> atOnce(hands, rep, moment.getAsLong() + dice.between(60_000, 3 * 60_000), 3));
        }
    }

    /** Somebody claims leads on so many devices. */
    private void atOnce(Hands hands, String rep, long when, int leads) {
        for (int i = 0; i < leads; i++) {
            at(when + dice.between(0, 20), () -> hands.claim(rep));
        }
    }

    /** A lead that comes at a moment is given to somebody some tenths of a second later. */
    private long late() {
        return dice.between(0, 700);
    }

    /** Mostly somebody whom the leads of this schedule are for. */
    private String rep() {
        var source = dice.pick(theme.sources());
        return dice.pick(Company.GROUPS.contains(source) ? company.reps(source) : company.allReps());
    }

    /**
     * Somebody gets no more, by one of the ways there are, or may have more again. Where edits are the theme they are all of one kind:
     * whoever learns of one would learn of another by the way.
     */
    private Map<String, Object> change(String rep) {
        var has = promises.ledger(rep);
        var more = cosmos.dice().chance(0.5);
        var back = !promises.receives(rep);
        return switch (theme == Theme.EDITS ? edited : cosmos.dice().below(KINDS)) {
            case 0 -> Map.of("status", back ? "active" : "disabled");
            case 1 -> Map.of("canReceive", back);
            case 2 -> Map.of("cap", limit(has.open(), more));
            case 3 -> Map.of("dayCap", limit(has.today(), more));
            default -> Map.of("backlogCap", limit(has.owned(), more));
        };
    }

    private static long limit(long has, boolean more) {
        return Math.max(1, more ? has + 3 : has);
    }

    /** Gives some lead, mostly one that nobody owns yet, to some rep, asking twice at times. */
    private void dispatch() {
        var leads = promises.leads();
        var free = leads.stream().filter(promises::isFree).toList();
        if (leads.isEmpty()) {
            return;
        }
        var lead = cosmos.dice().pick(free.isEmpty() || cosmos.dice().chance(0.2) ? leads : free);
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
            case Answer.Versioned(var answer, var revision) -> Optional.of(answer);
            case Answer.Missing _, Answer.Denied _, Answer.Wrong _, Answer.Table _, Answer.View _, Answer.Elsewhere _, Answer.Stale _ -> throw new Violation(who + " could not ask " + route + " " + path + " " + body);
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
