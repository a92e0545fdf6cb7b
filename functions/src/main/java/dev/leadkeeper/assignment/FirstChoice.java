package dev.leadkeeper.assignment;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Sentence;
import java.util.Comparator;
import java.util.function.Predicate;

/**
 * AS11: reps who answered in time for weeks on end choose first where a rule goes by merit ({@code top-closers}, {@code orders-in-subject},
 * {@code fastest-responder}), among those who have the merit at all. Turns and loads promise everybody their share, and territories
 * and skills are no merit: there nobody comes first for it.
 */
final class FirstChoice {
    private FirstChoice() {}

    /** Puts them first. @param merit whether a figure is one that the rule goes by */
    static <F> Comparator<Figured<F>> before(Choice choice, Predicate<F> merit) {
        return Comparator.comparing((Figured<F> each) -> !(each.staff().preferred(choice.now()) && merit.test(each.figure())));
    }

    /**
     * Why the chosen one gets it.
     *
     * @param merit what they have to show
     * @param usual the reason where nobody comes first
     */
    static Sentence why(Choice choice, Figured<?> chosen, Sentence merit, Sentence usual) {
        if (!chosen.staff().preferred(choice.now())) {
            return usual;
        }
        var standing = chosen.staff().ledger().standing();
        return new Sentence("因您连续多周按时响应(上周 " + standing.kept() + "/" + standing.counted() + "),享有优先选择权(" + merit.zh() + "),本线索优先匹配给您",
                "You answered in time for weeks (last week " + standing.kept() + " of " + standing.counted() + ") and have the first choice ("
                        + merit.en() + "), so this lead is matched to you");
    }
}
