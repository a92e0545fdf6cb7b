package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks the section {@code deadlines} against the rest of the rulebook and the staff, before it is saved: stages and tiers that do not
 * exist, industries that nothing else knows. The usual figures name the sample's; where those do not exist, they apply to nothing.
 */
public final class DeadlinesCheck {
    private final Organisation organisation;

    private DeadlinesCheck(Organisation organisation) {
        this.organisation = organisation;
    }

    /** What the section can refer to. */
    public record Organisation(Rulebook rulebook, FollowUp followUp, Collection<Staff> staff) {}

    /**
     * Every problem as {@code path: what is wrong and what to do}; none if the section fits.
     *
     * @param section as {@link Deadlines#parse} takes it, without mistakes of its own; may be {@code null}
     */
    public static List<String> problems(Object section, Organisation organisation) {
        var check = new DeadlinesCheck(organisation);
        var root = new Node(section, "deadlines", new ArrayList<>());
        root.at("freeze").keys().forEach(stage -> check.stage(root.at("freeze").at(stage), stage));
        root.at("response").at("by").items().forEach(each -> check.tier(each.at("tier")));
        root.at("dormancy").at("by").items().forEach(each -> {
            check.tier(each.at("tier"));
            check.industry(each.at("industry"));
        });
        return List.copyOf(root.problems());
    }

    private void stage(Node node, String stage) {
        if (organisation.followUp().place(stage) < 0) {
            node.problem("followUp has no stage " + stage + "; "
                    + Spelling.hint(stage, organisation.followUp().stages().stream().map(FollowUp.Stage::id).toList()));
        }
    }

    private void tier(Node node) {
        var tiers = organisation.rulebook().tiers().stream().map(Rulebook.Tier::name).toList();
        if (!node.missing() && !tiers.contains(node.text())) {
            node.problem("there is no tier " + node.text() + "; " + Spelling.hint(node.text(), tiers));
        }
    }

    private void industry(Node node) {
        if (node.missing()) {
            return;
        }
        var known = new TreeSet<String>();
        organisation.staff().forEach(each -> known.addAll(each.industries()));
        Literals.each(organisation.rulebook(), (_, test) -> {
            if (test.field().equals("industry")) {
                Literals.texts(test.matcher()).forEach(known::add);
            }
        });
        if (known.stream().map(Word::fold).noneMatch(Word.fold(node.text())::equals)) {
            node.problem("no scorecard entry, no rule and nobody on the staff list knows the industry " + node.text()
                    + ", so perhaps no lead will have it; " + Spelling.hint(node.text(), known));
        }
    }
}
