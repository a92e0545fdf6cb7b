package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Checks a rulebook against the organisation it is for (RB2), before it is saved: groups with nobody in them, people who
 * left, skills that nobody has, forms and places that do not exist.
 */
public final class RulebookCheck {
    private final Rulebook rulebook;
    private final Organisation organisation;
    private final List<String> problems = new ArrayList<>();

    private RulebookCheck(Rulebook rulebook, Organisation organisation) {
        this.rulebook = rulebook;
        this.organisation = organisation;
    }

    /**
     * What a rulebook can refer to.
     *
     * @param staff  everybody on the list
     * @param forms  ids of the forms
     * @param places the code of a place given by code or by name; empty if there is no such place
     */
    public record Organisation(Collection<Staff> staff, Set<String> forms, Function<String, Optional<String>> places) {}

    /** Every problem as {@code path: what is wrong and what to do}; none if the rulebook fits. */
    public static List<String> problems(Rulebook rulebook, Organisation organisation) {
        var check = new RulebookCheck(rulebook, organisation);
        rulebook.rules().forEach(check::target);
        rulebook.fallback().reps().forEach(rep -> check.person("fallback.reps", rep));
        Literals.each(rulebook, check::values);
        return List.copyOf(check.problems);
    }

    private void target(Rule rule) {
        var path = "rules." + rule.id() + ".target";
        if (!rule.target().mayBeEmpty()) {
            rule.target().groups().forEach(group -> group(path, group));
        }
        rule.target().reps().forEach(rep -> person(path, rep));
        var skills = new TreeSet<String>();
        organisation.staff().stream().filter(RulebookCheck::inService).forEach(each -> skills.addAll(each.skills()));
        rule.target().skills().stream().filter(skill -> !skills.contains(skill))
                .forEach(skill -> problem(path, "nobody has the skill " + skill + "; " + Spelling.hint(skill, skills)));
    }

    private void group(String path, String group) {
        var groups = new TreeSet<String>();
        organisation.staff().stream().filter(RulebookCheck::inService).forEach(each -> groups.addAll(each.groups()));
        if (!groups.contains(group)) {
            problem(path, "the group " + group + " is empty: nobody in service belongs to it. If that is meant, write"
                    + " mayBeEmpty: true; otherwise " + Spelling.hint(group, groups));
        }
    }

    private void person(String path, String id) {
        var person = organisation.staff().stream().filter(each -> each.id().equals(id)).findFirst();
        if (person.isEmpty()) {
            problem(path, id + " is not on the staff list; "
                    + Spelling.hint(id, organisation.staff().stream().map(Staff::id).sorted().toList()));
        } else if (!inService(person.get()) || !person.get().canReceive()) {
            problem(path, id + " has left, is disabled or may not receive leads; name somebody else");
        }
    }

    private void values(String path, Condition.Test test) {
        switch (test.field()) {
            case "form" -> Literals.texts(test.matcher()).filter(form -> !organisation.forms().contains(form))
                    .forEach(form -> problem(path, "there is no form " + form + "; " + Spelling.hint(form, new TreeSet<>(organisation.forms()))));
            case "region" -> Literals.texts(test.matcher()).forEach(place -> place(path, place));
            case "customer.owner" -> Literals.texts(test.matcher()).forEach(rep -> person(path, rep));
            default -> { } // free text: no list of what it can be
        }
    }

    private void place(String path, String place) {
        var code = organisation.places().apply(place);
        if (code.isEmpty()) {
            problem(path, "there is no place " + place + "; use a GB/T 2260 code such as 310000, an ISO country such as US, or a world"
                    + " region such as north-america");
        } else if (!code.get().equals(place)) {
            problem(path, place + " is a name and would never match; write the code " + code.get());
        }
    }

    private static boolean inService(Staff staff) {
        return switch (staff.status()) {
            case ACTIVE, LEAVE -> true;
            case DISABLED, LEFT -> false;
        };
    }

    private void problem(String path, String what) {
        problems.add(path + ": " + what);
    }
}
