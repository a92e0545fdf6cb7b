package dev.leadkeeper.infra.year;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Documents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organisation: groups of reps in China, one in New York and one in Berlin, a manager behind all of them. In May it makes its
 * rules stricter, and in August it publishes the holidays of autumn with their days worked in exchange (调休), which its calendar did not hold.
 */
final class Firm {
    static final String FORM = "site";
    static final String KEY = "a-shared-secret";
    static final String BOSS = "boss";
    static final String OVERSEAS = "overseas";
    static final String EUROPE = "europe";
    /** Midnight in China. */
    static final Instant START = Instant.parse("2025-12-31T16:00:00Z");
    /** When the rules and the calendar change. */
    static final Instant STRICTER = Instant.parse("2026-05-12T02:00:00Z");
    static final Instant PUBLISHED = Instant.parse("2026-08-12T02:00:00Z");
    private static final int PLENTY = 1_000_000;
    private static final int GROUP = 20;

    private static final List<List<String>> SPRING = List.of(List.of("2026-01-01", "2026-01-03"), List.of("2026-02-15", "2026-02-23"),
            List.of("2026-04-04", "2026-04-06"), List.of("2026-05-01", "2026-05-05"), List.of("2026-06-19", "2026-06-21"));
    private static final List<List<String>> AUTUMN = List.of(List.of("2026-09-25", "2026-09-27"), List.of("2026-10-01", "2026-10-07"));
    private static final List<String> SPRING_WORK = List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09");
    private static final List<String> AUTUMN_WORK = List.of("2026-09-20", "2026-10-10");
    private static final List<List<String>> NEW_YORK = List.of(List.of("2026-01-01", "2026-01-01"), List.of("2026-05-25", "2026-05-25"),
            List.of("2026-07-03", "2026-07-03"), List.of("2026-09-07", "2026-09-07"), List.of("2026-11-26", "2026-11-27"), List.of("2026-12-25", "2026-12-25"));
    private static final List<List<String>> BERLIN = List.of(List.of("2026-01-01", "2026-01-01"), List.of("2026-04-03", "2026-04-06"),
            List.of("2026-05-01", "2026-05-01"), List.of("2026-12-24", "2026-12-26"));

    private final int reps;
    private final List<String> groups = new ArrayList<>();

    /** @param reps in groups of twenty, two of them abroad */
    Firm(int reps) {
        this.reps = reps;
        int count = Math.max(3, reps / GROUP);
        for (int i = 0; i < count; i++) {
            groups.add(i == 0 ? OVERSEAS : i == 1 ? EUROPE : "china-" + (i - 1));
        }
    }

    /** Of reps and of sources, the same. */
    List<String> groups() {
        return groups;
    }

    /** The name of the calendar that a person works by. */
    String team(String staff) {
        if (staff.equals(BOSS)) {
            return "";
        }
        var group = groups.get(Integer.parseInt(staff.substring("rep-".length())) % groups.size());
        return group.startsWith("china") ? "" : group;
    }

    private static Map<String, Object> document(Calendar which) {
        return Map.of("zone", "Asia/Shanghai", "hours", Map.of("monday-friday", "09:00-18:00"),
                "holidays", days(which.holidays()), "workdays", which.workdays(),
                "teams", Map.of(
                        OVERSEAS, Map.of("zone", "America/New_York", "hours", Map.of("monday-friday", "09:00-17:00"), "holidays", days(NEW_YORK)),
                        EUROPE, Map.of("zone", "Europe/Berlin", "hours", Map.of("monday-friday", "08:00-16:30"), "holidays", days(BERLIN))));
    }

    /** As it was first, and with the autumn. */
    enum Calendar {
        FIRST, WHOLE;

        private List<List<String>> holidays() {
            var all = new ArrayList<>(SPRING);
            all.addAll(this == WHOLE ? AUTUMN : List.of());
            return all;
        }

        private List<String> workdays() {
            var all = new ArrayList<>(SPRING_WORK);
            all.addAll(this == WHOLE ? AUTUMN_WORK : List.of());
            return all;
        }

        /** By the name of the team; the organisation's under the empty one. */
        Map<String, WorkTable> tables() {
            var end = START.plusSeconds(86_400L * 430);
            return Map.of(
                    "", new WorkTable(ZoneId.of("Asia/Shanghai"), LocalTime.of(9, 0), LocalTime.of(18, 0), each(holidays()),
                            workdays().stream().map(LocalDate::parse).collect(Collectors.toSet()), START, end),
                    OVERSEAS, new WorkTable(ZoneId.of("America/New_York"), LocalTime.of(9, 0), LocalTime.of(17, 0), each(NEW_YORK), Set.of(), START, end),
                    EUROPE, new WorkTable(ZoneId.of("Europe/Berlin"), LocalTime.of(8, 0), LocalTime.of(16, 30), each(BERLIN), Set.of(), START, end));
        }
    }

    private static Set<LocalDate> each(List<List<String>> holidays) {
        var all = new HashSet<LocalDate>();
        for (var holiday : holidays) {
            for (var day = LocalDate.parse(holiday.getFirst()); !day.isAfter(LocalDate.parse(holiday.getLast())); day = day.plusDays(1)) {
                all.add(day);
            }
        }
        return all;
    }

    private static List<Map<String, Object>> days(List<List<String>> holidays) {
        return holidays.stream().map(holiday -> Map.<String, Object>of("from", holiday.getFirst(), "to", holiday.getLast())).toList();
    }

    /** Moves in. */
    void found(Store store) {
        var documents = new Documents(store);
        documents.save("rulebook", "1", 0, rulebook("1", Rules.FIRST));
        documents.save("rulebook", "2", 0, rulebook("2", Rules.SECOND));
        documents.save("live", "rulebook", 0, Map.of("version", "1"));
        documents.save("form", FORM, 0, form());
        documents.save("organisation", "channels", 0, Map.of("channels", Map.of("robot", Map.of("type", "outbox"))));
        documents.save(Calendars.KIND, Calendars.ID, 0, document(Calendar.FIRST));
        var book = new StaffBook(store);
        for (int i = 0; i < reps; i++) {
            book.save(person("rep-" + i, Staff.Role.REP, Set.of(groups.get(i % groups.size())), PLENTY));
        }
        book.save(person(BOSS, Staff.Role.MANAGER, Set.of(), PLENTY));
    }

    void makeStricter(Store store) {
        var documents = new Documents(store);
        documents.save("live", "rulebook", documents.find("live", "rulebook").orElseThrow().version(), Map.of("version", "2"));
    }

    void publish(Store store) {
        var documents = new Documents(store);
        documents.save(Calendars.KIND, Calendars.ID, documents.find(Calendars.KIND, Calendars.ID).orElseThrow().version(), document(Calendar.WHOLE));
    }

    private static Staff person(String id, Staff.Role role, Set<String> groups, int cap) {
        return new Staff(id, id, role, groups, Staff.Status.ACTIVE, true, Set.of(), Set.of(), List.of(), Set.of(), 1, cap, null, null, null, List.of(),
                Staff.Figures.NONE, List.of(new Staff.Address("robot", "")), Staff.Ledger.NEW);
    }

    private static Map<String, Object> form() {
        var fields = new HashMap<String, Object>();
        for (var name : List.of("name", "phone", "sourceChannel", "budget", "note")) {
            fields.put(name, Map.of("names", List.of(name)));
        }
        return Map.of("id", FORM, "verification", Map.of("scheme", "secret"), "match", "declared", "key", "id", "ignore", List.of("id"), "fields", fields);
    }

    private Map<String, Object> rulebook(String version, Rules deadlines) {
        var rules = new ArrayList<Map<String, Object>>();
        for (var group : groups) {
            rules.add(Map.of("id", group, "title", Map.of("zh", group, "en", group), "when", Map.of("sourceChannel", group),
                    "target", Map.of("group", group), "strategy", "round-robin", "otherwise", "next"));
        }
        var because = Map.of("zh", "有", "en", "there is");
        var budget = List.of(Map.of("id", "big", "points", 12L, "because", because, "when", Map.of("budget", Map.of("above", 1_000L))));
        var some = List.of(Map.of("id", "some", "points", 12L, "because", because));
        return Map.of("version", version,
                "scorecard", Map.of("industryMatch", some, "budgetClarity", budget, "decisionChain", some, "urgency", some, "interactions", some),
                "priority", Map.of("urgent", List.of(Map.of("fields", List.of("note"), "words", List.of("急")))),
                "tiers", List.of(Map.of("name", "hot", "from", 55L), Map.of("name", "cold", "from", 0L)),
                "sizes", List.of(Map.of("name", "any")),
                "rules", rules,
                "fallback", Map.of("reps", List.of(BOSS)),
                "deadlines", deadlines.section());
    }
}
