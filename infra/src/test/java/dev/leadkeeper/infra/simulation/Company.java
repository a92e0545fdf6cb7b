package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.Documents;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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
    private static final int PLENTY = 1_000;
    /** Fewer than the leads of a rush, so that notices have to wait. */
    private static final long ROBOT_PER_MINUTE = 8;
    static final List<String> GROUPS = List.of(EVEN, WEIGHTED, MERIT);
    /** A source whose group has no members. */
    static final String NOBODY = "nobody";
    /** A source that no rule names; small budgets go to a pool. */
    static final String OTHER = "other";

    private final List<Integer> weights;
    private final int cap;
    private final Limits limits;

    /** Limits beside the cap. */
    enum Limits {
        /** None. */
        NONE,
        /** For those who are chosen by merit, so wide that the cap mostly comes first. */
        OF_MERIT,
        /** In turn: the cap alone, the limit of the day alone, that of the backlog alone. */
        ONE_EACH,
        /** None but those of time: deadlines, by calendars; the fallback owner has room for whatever comes back. */
        OF_TIME,
        /** None, but the first rep of each group is on leave until the first midnight. */
        FIRST_ON_LEAVE
    }

    /**
     * @param weights of the reps of each group
     * @param cap     most un-followed leads per rep
     * @param limits  other limits
     */
    Company(List<Integer> weights, int cap, Limits limits) {
        this.weights = weights;
        this.cap = cap;
        this.limits = limits;
    }

    /** The weight of the n-th rep of a group. */
    int weight(int n) {
        return weights.get(n);
    }

    static String rep(String group, int n) {
        return group + "-" + n;
    }

    List<String> reps(String group) {
        var reps = new ArrayList<String>();
        for (int n = 0; n < weights.size(); n++) {
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
        documents.save("rulebook", "1", 0, rulebook("1", DueLaw.Rules.FIRST));
        documents.save("rulebook", "2", 0, rulebook("2", DueLaw.Rules.SECOND));
        if (limits == Limits.OF_TIME) {
            documents.save(Calendars.KIND, Calendars.ID, 0, DueLaw.Book.FIRST.doc());
        }
        documents.save("live", "rulebook", 0, Map.of("version", "1"));
        documents.save("form", Senders.FORM, 0, Senders.form());
        documents.save("organisation", "channels", 0, Map.of("channels", Map.of(
                "robot", Map.of("type", "outbox", "perMinute", ROBOT_PER_MINUTE), "mail", Map.of("type", "outbox"))));
        var book = new StaffBook(store);
        for (var group : GROUPS) {
            for (int n = 0; n < weights.size(); n++) {
                book.save(person(rep(group, n), Staff.Role.REP, Set.of(group), weight(n), limits == Limits.ONE_EACH && n % 3 != 0 ? PLENTY : cap, dayCap(group, n), backlogCap(group, n), leaves(n)));
            }
        }
        book.save(person(BOSS, Staff.Role.MANAGER, Set.of(), 1, limits == Limits.ONE_EACH || limits == Limits.OF_TIME ? PLENTY : 4, null, null, List.of()));
        book.save(person(ADMIN, Staff.Role.ADMIN, Set.of(), 1, 0, null, null, List.of()));
    }

    private Integer dayCap(String group, int n) {
        return switch (limits) {
            case NONE, OF_TIME, FIRST_ON_LEAVE -> null;
            case OF_MERIT -> group.equals(MERIT) ? cap : null;
            case ONE_EACH -> n % 3 == 1 ? cap : null;
        };
    }

    private Integer backlogCap(String group, int n) {
        return switch (limits) {
            case NONE, OF_TIME, FIRST_ON_LEAVE -> null;
            case OF_MERIT -> group.equals(MERIT) ? cap + 1 : null;
            case ONE_EACH -> n % 3 == 2 ? cap : null;
        };
    }

    private List<Staff.Leave> leaves(int n) {
        return limits == Limits.FIRST_ON_LEAVE && n == 0 ? List.of(new Staff.Leave(Schedule.FIRST_DAY.minusDays(20), Schedule.FIRST_DAY)) : List.of();
    }

    private Staff person(String id, Staff.Role role, Set<String> groups, int weight, int cap, Integer dayCap, Integer backlogCap,
                                List<Staff.Leave> leaves) {
        var number = id.charAt(id.length() - 1) - '0';
        return new Staff(id, id, role, groups, Staff.Status.ACTIVE, cap > 0, Set.of(), Set.of(), List.of(), Set.of(), weight,
                cap, dayCap, backlogCap, null, leaves, Staff.Figures.NONE,
                List.of(new Staff.Address("robot", ""), new Staff.Address("mail", id + "@example.com")), preferences(number), Staff.Ledger.NEW);
    }

    /** Quiet hours begin and end while leads come, in the morning and around midnight; the second rep sleeps through new leads, the third has mail then and a digest. */
    private Preferences preferences(int number) {
        var hours = List.of(quiet(9, 2, 9, 3), quiet(9, 4, 9, 5), quiet(9, 7, 9, 9), quiet(23, 57, 23, 59), quiet(0, 0, 0, 1), quiet(0, 2, 0, 3));
        return switch (number) {
            case 1 -> new Preferences(null, hours, null, null, Map.of("new-lead", Preferences.Delivery.AWAKE));
            case 2 -> new Preferences(null, hours, Set.of("mail"), LocalTime.of(9, 6), Map.of("new-lead", Preferences.Delivery.AWAKE));
            case 3 -> new Preferences(null, null, null, LocalTime.of(9, 6), Map.of("new-lead", Preferences.Delivery.DIGEST));
            default -> Preferences.NONE;
        };
    }

    private static Preferences.Quiet quiet(int hour, int minute, int toHour, int toMinute) {
        return new Preferences.Quiet(EnumSet.allOf(DayOfWeek.class), LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
    }

    private Map<String, Object> rulebook(String version, DueLaw.Rules deadlines) {
        var rulebook = new HashMap<>(rulebook(version));
        if (limits == Limits.OF_TIME) {
            rulebook.put(DeadlineRules.SECTION, deadlines.section());
        }
        return rulebook;
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
        var rule = new HashMap<String, Object>(Map.of("id", id, "title", Map.of("zh", id, "en", id), "when", when));
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
