package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Ranked.thenByLoad;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Word;
import java.util.Comparator;

/** Strategies by what people achieved of late. */
final class ByRecord {
    private ByRecord() {}

    /** The most orders in the lead's subject within the last {@code days} (7) days; a subject counts if the lead's words hold it. */
    static Ranked ordersInSubject(Choice choice) {
        int days = choice.rule().strategy().number("days");
        var subject = choice.lead().facts().subject();
        var said = subject == null ? "" : Word.fold(subject);
        var order = Ranked.by(choice.eligible(), each -> orders(each, said, choice, days),
                thenByLoad(FirstChoice.before(choice, (Long each) -> each > 0).thenComparing(Comparator.comparingLong((Figured<Long> each) -> each.figure()).reversed())));
        var orders = order.chosen().figure();
        return order.told(each -> new Sentence("近 " + days + " 天该科目成交 " + each.figure() + " 单",
                        each.figure() + " orders in the subject within " + days + " days"),
                orders == 0
                        ? new Sentence("近 " + days + " 天团队在该科目暂无成交,因您未跟进线索最少(" + order.chosen().open() + " 条),本线索分配给您",
                                "Nobody closed an order in this subject within " + days + " days; you have the fewest un-followed leads ("
                                        + order.chosen().open() + ")")
                        : FirstChoice.why(choice, order.chosen(), new Sentence("近 " + days + " 天该科目成交 " + orders + " 单",
                                orders + " orders in this subject within " + days + " days"), new Sentence("因您近 " + days + " 天该科目成交 " + orders + " 单,为可接收同事中最多,本线索优先匹配给您",
                                "You closed " + orders + " orders in this subject within " + days
                                        + " days, the most of all who can receive, so this lead is matched to you")));
    }

    private static long orders(Staff staff, String said, Choice choice, int days) {
        var today = staff.dayAt(choice.now());
        return staff.figures().orders().stream()
                .filter(each -> !each.on().isAfter(today) && each.on().isAfter(today.minusDays(days)))
                .filter(each -> said.contains(Word.fold(each.subject())))
                .mapToLong(Staff.Orders::count).sum();
    }

    /** The shortest median time to first response, newest measurement at most {@code maxAgeDays} (31) old; without one, last. */
    static Ranked fastestResponder(Choice choice) {
        int days = choice.rule().strategy().number("maxAgeDays");
        var order = Ranked.by(choice.eligible(), each -> minutes(each, choice, days),
                thenByLoad(FirstChoice.before(choice, (Double each) -> !each.isInfinite()).thenComparing(Comparator.comparingDouble(Figured<Double>::figure))));
        var minutes = order.chosen().figure();
        return order.told(each -> told(each.figure()), minutes.isInfinite()
                ? new Sentence("团队暂无响应数据,因您未跟进线索最少(" + order.chosen().open() + " 条),本线索分配给您",
                        "The team has no response figures yet; you have the fewest un-followed leads (" + order.chosen().open() + ")")
                : FirstChoice.why(choice, order.chosen(), told(minutes), new Sentence("因您首次响应最快(中位数 " + Math.round(minutes) + " 分钟),本线索优先匹配给您",
                        "You respond fastest (median " + Math.round(minutes) + " minutes), so this lead is matched to you")));
    }

    private static Sentence told(double minutes) {
        return Double.isInfinite(minutes) ? new Sentence("暂无响应数据", "no response figures")
                : new Sentence("首次响应中位数 " + Math.round(minutes) + " 分钟", "median response " + Math.round(minutes) + " minutes");
    }

    private static double minutes(Staff staff, Choice choice, int days) {
        var today = staff.dayAt(choice.now());
        return staff.figures().responses().stream()
                .filter(each -> !each.on().isAfter(today) && !each.on().isBefore(today.minusDays(days)))
                .max(Comparator.comparing(Staff.Response::on)).map(Staff.Response::medianMinutes).orElse(Double.POSITIVE_INFINITY);
    }
}
