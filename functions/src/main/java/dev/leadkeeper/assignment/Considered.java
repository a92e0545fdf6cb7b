package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Decision.Candidate;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps who was considered while rules are tried: the first {@link Decision#IN_FULL} with words, the others as ids by
 * verdict. Somebody whom two rules considered stands once, with the first verdict, unless a later rule could have taken them.
 */
final class Considered {
    static final String CHOSEN = "chosen";
    static final String NEXT = "next";

    private final Eligibility eligibility;
    private final List<Scope.Passed> refused = new ArrayList<>();
    private final List<Candidate> eligible = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();

    Considered(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    void refused(List<Scope.Passed> passed) {
        refused.addAll(passed);
    }

    /** The last that happens: somebody can take it. */
    void ranked(Ranked ranked) {
        var first = true;
        for (var place : ranked.first()) {
            eligible.add(new Candidate(place.staff().id(), first ? CHOSEN : NEXT, place.figure()));
            first = false;
        }
        ranked.rest().forEach(each -> behind.add(each.id()));
        behind.sort(null);
    }

    /** The fallback owner takes it. */
    void fallback(String rep) {
        eligible.add(new Candidate(rep, CHOSEN, new Sentence("兜底负责人", "fallback owner")));
    }

    Decision decision(String version, String rule, String strategy, Sentence why, Decision.Target target) {
        var full = new ArrayList<>(eligible);
        Map<String, List<String>> rest = new TreeMap<>();
        Set<String> seen = new HashSet<>(behind);
        eligible.forEach(each -> seen.add(each.rep()));
        if (!behind.isEmpty()) {
            rest.put(NEXT, List.copyOf(behind));
        }
        for (var each : refused) {
            if (!seen.add(each.rep())) {
                continue;
            }
            if (full.size() < Decision.IN_FULL) {
                full.add(new Candidate(each.rep(), each.refusal().word(), words(each)));
            } else {
                rest.computeIfAbsent(each.refusal().word(), _ -> new ArrayList<>()).add(each.rep());
            }
        }
        return new Decision(version, rule, strategy, why, full, rest, target);
    }

    private Sentence words(Scope.Passed passed) {
        return passed.staff() == null ? Refusal.UNKNOWN_REP.sentence() : eligibility.reason(passed.refusal(), passed.staff());
    }
}
