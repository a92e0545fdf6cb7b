package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Pick;
import dev.leadkeeper.rulebook.Rule;
import dev.leadkeeper.rulebook.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom a rule means for one lead.
 *
 * @param members those who fit, in order of id (named reps in the rule's order), whether or not they can receive now
 * @param outside those of the target who don't fit, with the reason
 * @param circle  which circle of the target this is, where the rule narrows it: {@code /310000/骨科器械/large}; otherwise
 *                empty. A level that everybody serves alike is {@code *}, one on which the lead is silent {@code -}. Turns are
 *                counted by circle, so that it is always the same people who share a count
 * @param failure why there can be nobody, or {@code null}
 */
record Scope(List<Staff> members, List<Passed> outside, String circle, Refusal failure) {

    private static final String UNSAID = "/-";

    /** Somebody who was passed over. {@code staff} is {@code null} if nobody has the id. */
    record Passed(String rep, Staff staff, Refusal refusal) {}

    static Scope of(Rule rule, LeadFields lead, Roster roster) {
        var target = rule.target();
        var outside = new ArrayList<Passed>();
        if (rule.strategy().pick() == Pick.CUSTOMER_OWNER) {
            return ownerOf(rule, lead, roster);
        }
        if (!target.reps().isEmpty()) {
            return narrowed(rule, lead, named(target.reps(), roster, outside), outside);
        }
        if (target.groups().isEmpty()) {
            return narrowed(rule, lead, roster.reps(), outside);
        }
        var members = roster.members(target.groups());
        return members.isEmpty() ? new Scope(List.of(), List.of(), "", Refusal.GROUP_EMPTY) : narrowed(rule, lead, members, outside);
    }

    private static Scope ownerOf(Rule rule, LeadFields lead, Roster roster) {
        if (lead.customerOwner() == null) {
            return new Scope(List.of(), List.of(), "", Refusal.NO_CUSTOMER_OWNER);
        }
        var outside = new ArrayList<Passed>();
        var owner = named(List.of(lead.customerOwner()), roster, outside);
        var groups = rule.target().groups();
        if (!groups.isEmpty() && owner.removeIf(each -> each.groups().stream().noneMatch(groups::contains))) {
            outside.add(new Passed(lead.customerOwner(), roster.person(lead.customerOwner()), Refusal.NOT_IN_GROUP));
        }
        return narrowed(rule, lead, owner, outside);
    }

    private static List<Staff> named(List<String> ids, Roster roster, List<Passed> outside) {
        var people = new ArrayList<Staff>();
        for (var id : ids) {
            var person = roster.person(id);
            if (person == null) {
                outside.add(new Passed(id, null, Refusal.UNKNOWN_REP));
            } else {
                people.add(person);
            }
        }
        return people;
    }

    /** Takes the levels in order; a level on which the lead says nothing narrows nothing. */
    private static Scope narrowed(Rule rule, LeadFields lead, List<Staff> people, List<Passed> outside) {
        var left = people;
        var skills = rule.target().skills();
        if (!skills.isEmpty()) {
            left = keep(left, outside, Refusal.LACKS_SKILL, each -> each.skills().containsAll(skills));
        }
        var circle = new StringBuilder();
        for (var level : rule.target().narrow()) {
            left = switch (level) {
                case REGION -> byRegion(left, lead, outside, circle);
                case INDUSTRY -> byWord(left, lead.facts().industry(), Staff::industries, outside, Refusal.OTHER_INDUSTRY, circle);
                case SIZE -> byWord(left, lead.size(), Staff::sizes, outside, Refusal.OTHER_SIZE, circle);
            };
        }
        return new Scope(left, outside, circle.toString(), null);
    }

    private static List<Staff> byRegion(List<Staff> people, LeadFields lead, List<Passed> outside, StringBuilder circle) {
        var region = lead.facts().region();
        if (region == null || region.path().isEmpty()) {
            circle.append(UNSAID);
            return people;
        }
        int deepest = people.stream().mapToInt(each -> Coverage.depth(each, region)).max().orElse(0);
        circle.append('/').append(deepest == 0 ? "*" : region.path().get(deepest - 1));
        return keep(people, outside, Refusal.OUTSIDE_REGION, each -> each.regions().isEmpty() || Coverage.depth(each, region) > 0);
    }

    private static List<Staff> byWord(List<Staff> people, String said, Function<Staff, Set<String>> served,
                                      List<Passed> outside, Refusal refusal, StringBuilder circle) {
        if (said == null) {
            circle.append(UNSAID);
            return people;
        }
        var word = Word.of(said);
        var known = people.stream().flatMap(each -> served.apply(each).stream())
                .filter(each -> Word.fold(each).equals(word.folded())).findFirst();
        circle.append('/').append(known.orElse("*"));
        return keep(people, outside, refusal, each -> served.apply(each).isEmpty()
                || known.isPresent() && Coverage.serves(served.apply(each), word));
    }

    private static List<Staff> keep(List<Staff> people, List<Passed> outside, Refusal refusal, Predicate<Staff> fits) {
        var kept = new ArrayList<Staff>(people.size());
        for (var each : people) {
            if (fits.test(each)) {
                kept.add(each);
            } else {
                outside.add(new Passed(each.id(), each, refusal));
            }
        }
        return kept;
    }
}
