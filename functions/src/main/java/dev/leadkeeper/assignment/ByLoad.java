package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Ranked.thenByLoad;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/** Strategies by what people have on their desks. */
final class ByLoad {
    private ByLoad() {}

    /** AS1's middle tier: whoever has the fewest leads not yet contacted. */
    static Ranked fewestUnfollowed(Choice choice) {
        var order = Ranked.by(choice.eligible(), each -> each.ledger().open(), Ranked.least());
        var open = order.chosen().figure();
        return order.told(each -> new Sentence("未跟进 " + each.figure() + " 条", each.figure() + " un-followed"),
                new Sentence("因您未跟进线索最少(" + open + " 条),本线索按负载均衡分配给您",
                        "You have the fewest un-followed leads (" + open + "), so this lead comes to you"));
    }

    /** The fewest un-followed leads for one's weight; {@code open / weight} compared without rounding. */
    static Ranked leastLoadedByWeight(Choice choice) {
        Comparator<Figured<Staff>> byShare = (a, b) -> Long.compare(a.open() * b.staff().weight(), b.open() * a.staff().weight());
        var order = Ranked.by(choice.eligible(), Function.<Staff>identity(), thenByLoad(byShare));
        var chosen = order.chosen();
        return order.told(each -> new Sentence("未跟进 " + each.open() + " 条,权重 " + each.staff().weight(),
                        each.open() + " un-followed at weight " + each.staff().weight()),
                new Sentence("按权重计您的负载最低(未跟进 " + chosen.open() + " 条,权重 " + chosen.staff().weight() + "),本线索分配给您",
                        "For your weight of " + chosen.staff().weight() + " you have the least load (" + chosen.open()
                                + " un-followed), so this lead comes to you"));
    }

    /** The fewest leads received today, on everybody's own calendar day. */
    static Ranked fewestToday(Choice choice) {
        var order = Ranked.by(choice.eligible(), each -> each.receivedOnDayOf(choice.now()),
                thenByLoad(Comparator.comparingLong(Figured<Long>::figure)));
        var today = order.chosen().figure();
        return order.told(each -> new Sentence("今日已接收 " + each.figure() + " 条", each.figure() + " received today"),
                new Sentence("因您今日接收线索最少(" + today + " 条),本线索分配给您",
                        "You received the fewest leads today (" + today + "), so this lead comes to you"));
    }

    /** Whoever waited longest for a lead; somebody who never had one has waited longest of all. */
    static Ranked longestIdle(Choice choice) {
        var order = Ranked.by(choice.eligible(), each -> each.ledger().lastAt() == null ? Instant.EPOCH : each.ledger().lastAt(),
                thenByLoad(Comparator.comparing(Figured<Instant>::figure)));
        var idle = idle(order.chosen().figure(), choice.now());
        return order.told(each -> idle(each.figure(), choice.now()),
                new Sentence("因您" + idle.zh() + ",等待时间最长,本线索分配给您",
                        "Nobody has waited longer (" + idle.en() + "), so this lead comes to you"));
    }

    private static Sentence idle(Instant last, Instant now) {
        if (last.equals(Instant.EPOCH)) {
            return new Sentence("尚未接收过线索", "never had a lead");
        }
        long minutes = Math.max(0, Duration.between(last, now).toMinutes());
        return new Sentence("已 " + minutes + " 分钟未接收线索", minutes + " minutes without a lead");
    }
}
