package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who move leads from hand to hand while the machine gives them: whoever comes too late is told so. */
final class Hands {
    private static final List<String> REASONS = List.of("junk", "not-ready", "no-time", "wrong-route");

    private final Cosmos cosmos;
    private final Company company;
    private final Promises promises;
    private final Desks desk;

    Hands(Cosmos cosmos, Company company, Promises promises, Ports ports) {
        this.cosmos = cosmos;
        this.company = company;
        this.promises = promises;
        this.desk = new Desks(ports);
    }

    /** Somebody does something with some lead. */
    void move() {
        switch (cosmos.dice().below(6)) {
            case 0, 1 -> claim();
            case 2 -> giveBack(cosmos.dice().pick(REASONS));
            case 3 -> owned().ifPresent(lead -> ask(Company.BOSS, lead, "reassign", Map.of("to", cosmos.dice().pick(company.allReps()), "reason", "overloaded")));
            case 4 -> many("reassign", Map.of("dryRun", true, "filter", Map.of("owner", cosmos.dice().pick(company.allReps())),
                    "to", List.of(cosmos.dice().pick(company.allReps())), "reason", "absent"));
            default -> many("reroute", Map.of("dryRun", true, "filter", Map.of("state", cosmos.dice().pick(List.of("assigned", "nurturing", "test"))),
                    "reason", "wrong-route"));
        }
    }

    /** Somebody gives some lead back. */
    void giveBack(String reason) {
        owned().ifPresent(lead -> ask(cosmos.dice().chance(0.2) ? Company.BOSS : promises.owner(lead), lead, "release", Map.of("reason", reason)));
    }

    private void claim() {
        claim(cosmos.dice().pick(company.allReps()));
    }

    /** This rep takes some lead that nobody has. */
    void claim(String rep) {
        var free = promises.leads().stream().filter(promises::isFree).toList();
        if (!free.isEmpty()) {
            ask(rep, cosmos.dice().pick(free), "claim", Map.of());
        }
    }

    private Optional<String> owned() {
        var owned = promises.owned();
        return owned.isEmpty() ? Optional.empty() : Optional.of(cosmos.dice().pick(owned));
    }

    private void ask(String who, String lead, String verb, Map<String, Object> body) {
        answer("POST /leads/{id}/" + verb, who, new Ask(Map.of("id", lead), Map.of(), Json.writeBytes(body)));
        if (cosmos.dice().chance(0.2)) {
            answer("POST /leads/{id}/" + verb, who, new Ask(Map.of("id", lead), Map.of(), Json.writeBytes(body)));
        }
    }

    /** Looks at what would be, and has exactly that done; at times twice. */
    private void many(String verb, Map<String, Object> dryRun) {
        var plan = answer("POST /leads/" + verb, Company.BOSS, new Ask(Map.of(), Map.of("limit", "5"), Json.writeBytes(dryRun)))
                .map(shown -> shown.get("plan"));
        for (int times = cosmos.dice().chance(0.3) ? 2 : 1; plan.isPresent() && times > 0; times--) {
            answer("POST /leads/" + verb, Company.BOSS, new Ask(Map.of(), Map.of(), Json.writeBytes(Map.of("plan", plan.get()))));
        }
    }

    private Optional<Map<String, Object>> answer(String route, String who, Ask ask) {
        return switch (desk.answer(route, who, ask)) {
            case Answer.Done(var answer) -> Optional.of(answer);
            case Answer.Versioned(var answer, var revision) -> Optional.of(answer);
            case Answer.Refused _, Answer.Missing _, Answer.Denied _ -> Optional.empty(); // too late, or disabled meanwhile
            case Answer.Wrong _, Answer.Table _, Answer.View _, Answer.Elsewhere _, Answer.Stale _ -> throw new Violation(who + " could not ask " + route);
        };
    }
}
