package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Ranked.thenByLoad;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Staff.Closing;
import dev.leadkeeper.rulebook.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * AS1's top tier: one of the {@code top} (3) reps with the best closing rate in the lead's industry, in each one's newest
 * month of figures that is at most {@code maxAgeDays} (62) old and holds at least {@code minLeads} (1) leads. Among those
 * three the one with the fewest un-followed leads gets it, equal loads by the better rate, so that the very best is not buried while
 * the other two idle; but whoever has the first choice (AS11) comes first of the three. Equal rates at the edge of the three go by load as well.
 * <p>
 * If nobody who can receive has figures in that industry, the rate over all industries counts; if nobody has any, the load.
 */
final class TopClosers {
    private TopClosers() {}

    /** @param rate {@code null} without figures */
    private record Closer(Rate rate) {}

    private static final Comparator<Figured<Closer>> BEST_RATE = Comparator.comparing(
            (Figured<Closer> each) -> each.figure().rate(), Comparator.nullsLast(Comparator.reverseOrder()));

    static Ranked rank(Choice choice) {
        var industry = choice.lead().facts().industry();
        var figures = new Figures(choice, industry == null ? null : Word.of(industry));
        var inIndustry = figures.industry() != null && choice.eligible().stream().anyMatch(each -> figures.of(each) != null);
        var used = inIndustry ? figures : new Figures(choice, null);
        var order = Ranked.by(choice.eligible(), each -> new Closer(used.of(each)), thenByLoad(BEST_RATE));
        var top = freestFirst(order, choice, choice.rule().strategy().number("top"));
        return top.told(each -> told(each), why(top.chosen(), choice, used, inIndustry));
    }

    /** Reorders the first few: who has the first choice, then by load; the rest stay by rate. */
    private static Ranked.Order<Closer> freestFirst(Ranked.Order<Closer> order, Choice choice, int top) {
        int few = Math.min(top, (int) order.first().stream().filter(each -> each.figure().rate() != null).count());
        if (few == 0) {
            return order;
        }
        var all = new ArrayList<>(order.first());
        all.subList(0, few).sort(FirstChoice.before(choice, (Closer each) -> each.rate() != null).thenComparingLong(Figured::open)
                .thenComparing(BEST_RATE).thenComparing(each -> each.staff().id()));
        return new Ranked.Order<>(List.copyOf(all), order.rest());
    }

    private static Sentence told(Figured<Closer> each) {
        var rate = each.figure().rate();
        return rate == null
                ? new Sentence("暂无成交数据,未跟进 " + each.open() + " 条", "no closing figures, " + each.open() + " un-followed")
                : new Sentence("上月成交率 " + rate.percent() + ",未跟进 " + each.open() + " 条",
                        "closing rate " + rate.percent() + " last month, " + each.open() + " un-followed");
    }

    private static Sentence why(Figured<Closer> chosen, Choice choice, Figures figures, boolean inIndustry) {
        var rate = chosen.figure().rate();
        if (rate == null) {
            return new Sentence("团队暂无成交数据,因您未跟进线索最少(" + chosen.open() + " 条),本线索分配给您",
                    "The team has no closing figures yet; you have the fewest un-followed leads (" + chosen.open() + ")");
        }
        var team = choice.scope().members().stream().map(figures::of).filter(each -> each != null).reduce(Rate::plus).orElse(rate);
        var above = rate.compareTo(team) > 0;
        var trade = inIndustry ? figures.spelling(chosen.staff()) : null;
        int top = choice.rule().strategy().number("top");
        return FirstChoice.why(choice, chosen, told(chosen), new Sentence("因您上月" + (inIndustry ? trade : "总体") + "成交率 " + rate.percent() + (above ? ",高于" : ",")
                        + "团队均值 " + team.percent() + ",本线索按" + (inIndustry ? "行业专长" : "成交能力") + "优先匹配(前 " + top
                        + " 名中您未跟进最少:" + chosen.open() + " 条)",
                "Your closing rate" + (inIndustry ? " in " + trade : "") + " last month was " + rate.percent() + (above ? ", above" : ", with")
                        + " the team's mean of " + team.percent() + ", so this lead is matched to you by "
                        + (inIndustry ? "industry expertise" : "closing record") + " (fewest un-followed of the top " + top + ": "
                        + chosen.open() + ")"));
    }

    /** Closing figures of one industry, or of all if it is {@code null}. */
    private record Figures(Choice choice, Word industry) {

        /** The newest month's rate, {@code null} if there is none to go by. */
        Rate of(Staff staff) {
            var today = staff.dayAt(choice.now());
            var oldest = today.minusDays(choice.rule().strategy().number("maxAgeDays"));
            LocalDate newest = null;
            var rate = new Rate(0, 0);
            for (var closing : staff.figures().closings()) {
                if (!meant(closing) || closing.on().isAfter(today) || closing.on().isBefore(oldest)) {
                    continue;
                }
                if (newest == null || closing.on().isAfter(newest)) {
                    newest = closing.on();
                    rate = new Rate(0, 0);
                }
                if (closing.on().equals(newest)) {
                    rate = rate.plus(new Rate(closing.won(), closing.leads()));
                }
            }
            return rate.leads() >= choice.rule().strategy().number("minLeads") ? rate : null;
        }

        /** The industry as the staff file spells it: words of the lead itself stay out of sentences. */
        String spelling(Staff staff) {
            return staff.figures().closings().stream().filter(this::meant).map(Closing::industry).findFirst().orElse(industry.shown());
        }

        private boolean meant(Closing closing) {
            return industry == null || closing.industry().equals(industry.shown()) || Word.fold(closing.industry()).equals(industry.folded());
        }
    }
}
