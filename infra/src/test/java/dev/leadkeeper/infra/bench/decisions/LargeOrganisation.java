package dev.leadkeeper.infra.bench.decisions;

import dev.leadkeeper.assignment.Question;
import dev.leadkeeper.assignment.Roster;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The sample organisation with as many people and rules as one likes. */
final class LargeOrganisation {
    private LargeOrganisation() {}

    /** All rules but the last are about other channels, so that every condition is looked at; the last means everybody. */
    static Rulebook rulebook(int rules) {
        var document = new HashMap<>(SampleOrganisation.yaml("rulebook.yaml"));
        var list = new ArrayList<Map<String, Object>>();
        for (int i = 1; i < rules; i++) {
            list.add(rule("other-" + i, Map.of("sourceChannel", "渠道" + i, "budget", Map.of("above", 30_000L + i))));
        }
        list.add(rule("everybody", Map.of("tier", "warm")));
        document.put("rules", list);
        return Rulebook.parse(document);
    }

    private static Map<String, Object> rule(String id, Map<String, Object> when) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("id", id);
        rule.put("title", Map.of("zh", "规则", "en", "rule"));
        rule.put("when", when);
        rule.put("target", Map.of("group", "sales"));
        rule.put("strategy", "round-robin");
        return rule;
    }

    static Roster roster(int reps) {
        return Roster.of(IntStream.range(0, reps).mapToObj(number -> rep(number, number % 7)).toList(), Map.of());
    }

    /** @param open leads not yet contacted; every ninth rep is on leave */
    static Staff rep(int number, long open) {
        return new Staff("rep-%05d".formatted(number), "销售", Staff.Role.REP, Set.of("sales", "team-" + number % 20),
                number % 9 == 8 ? Staff.Status.LEAVE : Staff.Status.ACTIVE, true, Set.of(), Set.of(), List.of(), Set.of(), 1 + number % 3,
                8, null, null, null, List.of(), Staff.Figures.NONE, List.of(new Staff.Address("outbox", "")),
                new Staff.Ledger(open, open, "2026-11-23", open, Map.of("everybody", (long) (number * 31 % 17)), null));
    }

    static Question question() {
        var facts = new Facts(new Contact("顾明远", "+8613910012001", "gu@example.com"), "杭州明远医疗器械有限公司", null, "物流", null,
                "仓储系统", 40_000L, "官网", "本月", "采购", null, Map.of());
        return new Question("lead", "demo", facts, 50, "warm", Priority.NORMAL, null);
    }
}
