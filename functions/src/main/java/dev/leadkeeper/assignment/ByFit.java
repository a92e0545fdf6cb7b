package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Ranked.thenByLoad;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Word;
import java.util.Comparator;

/** Strategies by how closely people fit the lead. */
final class ByFit {
    private ByFit() {}

    /** Whose territory is closest: district before city before province before country; without any, last. */
    static Ranked regionDepth(Choice choice) {
        var region = choice.lead().facts().region();
        var order = Ranked.by(choice.eligible(), each -> region == null ? 0 : Coverage.depth(each, region),
                thenByLoad(Comparator.comparingInt((Figured<Integer> each) -> each.figure()).reversed()));
        int depth = order.chosen().figure();
        var place = depth == 0 ? "-" : region.path().get(depth - 1);
        return order.told(each -> new Sentence("区域匹配层级 " + each.figure(), "territory matches to level " + each.figure()),
                depth == 0
                        ? new Sentence("线索区域无人专责,因您未跟进线索最少(" + order.chosen().open() + " 条),本线索分配给您",
                                "Nobody covers the lead's region; you have the fewest un-followed leads (" + order.chosen().open() + ")")
                        : new Sentence("因您负责区域(" + place + ")与线索最接近,本线索按区域匹配给您",
                                "Your territory (" + place + ") is the closest to the lead, so it is matched to you"));
    }

    /** Who serves the customer's size, the most specialised (fewest sizes) first. */
    static Ranked customerSize(Choice choice) {
        var size = choice.lead().size();
        var order = Ranked.by(choice.eligible(), each -> others(each, size),
                thenByLoad(Comparator.comparingInt(Figured<Integer>::figure)));
        var fits = order.chosen().figure() < Integer.MAX_VALUE;
        return order.told(each -> each.figure() == Integer.MAX_VALUE
                        ? new Sentence("不专责该客户规模", "does not specialise in this size")
                        : new Sentence("专责该客户规模(共 " + (each.figure() + 1) + " 类)", "serves this size (of " + (each.figure() + 1) + ")"),
                fits ? new Sentence("因您专责 " + size + " 规模客户,本线索按客户规模匹配给您",
                                "You serve customers of size " + size + ", so this lead is matched to you")
                        : new Sentence("该客户规模无人专责,因您未跟进线索最少(" + order.chosen().open() + " 条),本线索分配给您",
                                "Nobody specialises in the customer's size; you have the fewest un-followed leads (" + order.chosen().open() + ")"));
    }

    private static int others(Staff staff, String size) {
        return size != null && staff.sizes().contains(size) ? staff.sizes().size() - 1 : Integer.MAX_VALUE;
    }

    /** Who has the most of the {@code wanted} skills; without that list, the most skills that the lead's own words name. */
    static Ranked mostSkills(Choice choice) {
        var wanted = choice.rule().strategy().wanted();
        var said = words(choice);
        var order = Ranked.by(choice.eligible(), each -> each.skills().stream()
                        .filter(skill -> wanted.isEmpty() ? said.contains(Word.fold(skill)) : wanted.contains(skill)).count(),
                thenByLoad(Comparator.comparingLong((Figured<Long> each) -> each.figure()).reversed()));
        var skills = order.chosen().figure();
        return order.told(each -> new Sentence("匹配技能 " + each.figure() + " 项", each.figure() + " matching skills"),
                new Sentence("因您匹配技能最多(" + skills + " 项),本线索优先匹配给您",
                        "You have the most matching skills (" + skills + "), so this lead is matched to you"));
    }

    private static String words(Choice choice) {
        var facts = choice.lead().facts();
        return Word.fold((facts.subject() == null ? "" : facts.subject()) + "\n" + (facts.industry() == null ? "" : facts.industry()));
    }
}
