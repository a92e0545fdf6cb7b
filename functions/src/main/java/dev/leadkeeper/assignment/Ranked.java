package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A strategy's answer.
 *
 * @param first the first {@link Decision#IN_FULL} in order, each with the figure that placed it; the chosen one leads
 * @param rest  everybody behind, in no order
 * @param why   tells the chosen one the reason
 * @param turn  the turn this takes, {@code null} for strategies by merit
 */
record Ranked(List<Place> first, List<Staff> rest, Sentence why, Decision.Turn turn) {

    /** Somebody with the figure that placed them, in words. */
    record Place(Staff staff, Sentence figure) {}

    /** Somebody with a figure of their own. */
    record Figured<F>(Staff staff, F figure) {
        long open() {
            return staff.ledger().open();
        }
    }

    /** Ends every order, so that equal figures still have one outcome: fewer un-followed leads, then the id. */
    static <F> Comparator<Figured<F>> thenByLoad(Comparator<Figured<F>> order) {
        return order.thenComparingLong(Figured::open).thenComparing(each -> each.staff().id());
    }

    /**
     * The least figure first, then the id. By hand: the JDK's comparators can be serialised, which no AOT cache keeps, and the
     * two strategies of nearly every rulebook rank by this.
     */
    static Comparator<Figured<Long>> least() {
        return (a, b) -> {
            int figures = Long.compare(a.figure(), b.figure());
            return figures != 0 ? figures : a.staff().id().compareTo(b.staff().id());
        };
    }

    /**
     * Ranks by a figure, computed once for each. Linear in the number of people but for the first fifty.
     *
     * @param order total
     */
    static <F> Order<F> by(List<Staff> people, Function<Staff, F> figure, Comparator<Figured<F>> order) {
        var best = new PriorityQueue<Figured<F>>(Decision.IN_FULL, order.reversed());
        var rest = new ArrayList<Staff>();
        for (var each : people) {
            var candidate = new Figured<>(each, figure.apply(each));
            if (best.size() < Decision.IN_FULL) {
                best.add(candidate);
            } else if (order.compare(candidate, best.element()) > 0) {
                rest.add(each);
            } else {
                rest.add(best.remove().staff());
                best.add(candidate);
            }
        }
        return new Order<>(best.stream().sorted(order).toList(), rest);
    }

    /** A ranking whose words are still to be found. */
    record Order<F>(List<Figured<F>> first, List<Staff> rest) {
        Figured<F> chosen() {
            return first.getFirst();
        }

        /** @param figure the words for anybody's figure */
        Ranked told(Function<Figured<F>, Sentence> figure, Sentence why) {
            return told(figure, why, null);
        }

        Ranked told(Function<Figured<F>, Sentence> figure, Sentence why, Decision.Turn turn) {
            return new Ranked(first.stream().map(each -> new Place(each.staff(), figure.apply(each))).toList(), rest, why, turn);
        }
    }
}
