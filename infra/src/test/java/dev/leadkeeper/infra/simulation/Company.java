package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The small company that lives in every schedule: few reps and low caps, so that people are full, pools contend and the
 * waiting list is used, which a comfortable company would hide.
 */
final class Company {
    /** Equal turns. */
    static final String EVEN = "even";
    /** Weighted turns. */
    static final String WEIGHTED = "weighted";
    /** By merit, with limits for the day and the backlog. */
    static final String MERIT = "merit";
    /** The fallback owner, who learns of what reached nobody. */
    static final String BOSS = "boss";
    /** Who changes staff and forms. */
    static final String ADMIN = "admin";
    static final List<String> GROUPS = List.of(EVEN, WEIGHTED, MERIT);
    static final List<String> SOURCES = List.of("even", "weighted", "merit", "nobody", "other");

    private final int repsPerGroup;
    private final int cap;

    /** @param cap most un-followed leads per rep */
    Company(int repsPerGroup, int cap) {
        this.repsPerGroup = repsPerGroup;
        this.cap = cap;
    }

    /** The weight of the n-th rep of a group. */
    static int weight(int n) {
        return 1 + n % 3;
    }

    static String rep(String group, int n) {
        return group + "-" + n;
    }

    List<String> reps(String group) {
        var reps = new ArrayList<String>();
        for (int n = 0; n < repsPerGroup; n++) {
            reps.add(rep(group, n));
        }
        return reps;
    }

    List<String> allReps() {
        var all = new ArrayList<String>();
        for (var group : GROUPS) {
            all.addAll(reps(group));
        }
        return all;
    }

    /** Moves in: rulebooks, form, channels, staff. */
    void found(Store store) {
        var documents = new Documents(store);
        documents.save("rulebook", "1", 0, rulebook("1"));
        documents.save("rulebook", "2", 0, rulebook("2"));
        documents.save("live", "rulebook", 0, Map.of("version", "1"));
        documents.save("form", Senders.FORM, 0, Senders.form());
        documents.save("organisation", "channels", 0, Map.of("channels", Map.of(
                "robot", Map.of("type", "outbox", "perMinute", 30L), "mail", Map.of("type", "outbox"))));
        var book = new StaffBook(store);
        for (var group : GROUPS) {
            for (int n = 0; n < repsPerGroup; n++) {
                book.save(person(rep(group, n), Staff.Role.REP, Set.of(group), weight(n), cap, group.equals(MERIT)));
            }
        }
        book.save(person(BOSS, Staff.Role.MANAGER, Set.of(), 1, 4, false));
        book.save(person(ADMIN, Staff.Role.ADMIN, Set.of(), 1, 0, false));
    }

    /** @param limited whether there is a limit for the day and one for the backlog as well */
    private static Staff person(String id, Staff.Role role, Set<String> groups, int weight, int cap, boolean limited) {
        return new Staff(id, id, role, groups, Staff.Status.ACTIVE, cap > 0, Set.of(), Set.of(), List.of(), Set.of(), weight,
                cap, limited ? cap : null, limited ? cap + 1 : null, null, List.of(), Staff.Figures.NONE,
                List.of(new Staff.Address("robot", ""), new Staff.Address("mail", id + "@example.com")), Staff.Ledger.NEW);
    }

    private static Map<String, Object> rulebook(String version) {
        return Map.of(
                "version", version,
                "scorecard", scorecard(),
                "priority", Map.of("urgent", List.of(Map.of("fields", List.of("note"), "words", List.of("急")))),
                "tiers", List.of(Map.of("name", "hot", "from", 75), Map.of("name", "warm", "from", 45), Map.of("name", "cold", "from", 0)),
                "sizes", List.of(Map.of("name", "any")),
                "rules", List.of(
                        rule("returning", Map.of("customer.owner", Map.of("exists", true)), null, "customer-owner", true),
                        rule("even", Map.of("sourceChannel", "even"), Map.of("group", EVEN), "round-robin", false),
                        rule("weighted", Map.of("sourceChannel", "weighted"), Map.of("group", WEIGHTED), "weighted-round-robin", true),
                        rule("nobody", Map.of("sourceChannel", "nobody"), Map.of("group", "nobody", "mayBeEmpty", true), "round-robin", false),
                        rule("merit", Map.of("sourceChannel", "merit"), Map.of("group", MERIT), "fewest-unfollowed", true),
                        rule("cold", Map.of("budget", Map.of("below", 100)), Map.of("pool", "nurture"), null, false)),
                "fallback", Map.of("reps", List.of(BOSS)));
    }

    private static Map<String, Object> scorecard() {
        var because = Map.of("zh", "有", "en", "there is");
        var criterion = List.of(Map.of("id", "some", "points", 12, "because", because));
        return Map.of("industryMatch", criterion, "budgetClarity", criterion, "decisionChain", criterion, "urgency", criterion,
                "interactions", criterion);
    }

    private static Map<String, Object> rule(String id, Map<String, Object> when, Map<String, Object> target, String strategy, boolean next) {
        var rule = new java.util.HashMap<String, Object>(Map.of("id", id, "title", Map.of("zh", id, "en", id), "when", when));
        if (target != null) {
            rule.put("target", target);
        }
        if (strategy != null) {
            rule.put("strategy", strategy);
        }
        if (next) {
            rule.put("otherwise", "next");
        }
        return rule;
    }
}
