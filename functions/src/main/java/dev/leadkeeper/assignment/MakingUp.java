package dev.leadkeeper.assignment;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Decision.Turn;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import java.util.Comparator;
import java.util.List;

/**
 * Whose turn brought junk gets the next lead of the circle in its place, before anybody's turn. That takes no turn: the counts
 * stay what the rule of turns made of them, so its bound holds for turns at every moment, and for real leads as soon as
 * nothing is owed. Taking the turn off the counts instead would break it: with weights of 10 and ten times 1 one turn less
 * leaves the heavy one more than a turn behind.
 */
final class MakingUp {
    private MakingUp() {}

    /** Whether somebody who can receive is owed a lead by this pool of turns. */
    static boolean isOwed(List<Staff> eligible, String pool) {
        return eligible.stream().anyMatch(each -> each.ledger().owed(pool) > 0);
    }

    /** Most owed first, then fewest not yet contacted, then the id. The transaction conditions on what the chosen one is owed. */
    static Ranked rank(List<Staff> eligible, String pool) {
        var order = Ranked.by(eligible, each -> each.ledger().owed(pool),
                Comparator.comparingLong((Figured<Long> each) -> -each.figure())
                        .thenComparingLong(each -> each.staff().ledger().open()).thenComparing(each -> each.staff().id()));
        var chosen = order.chosen();
        return order.told(each -> new Sentence("待补 " + each.figure() + " 条", each.figure() + " owed"),
                new Sentence("补发：您此前按轮次收到的一条线索为无效线索", "In place of a lead that came to you by a turn and was junk"),
                Turn.madeUp(pool, chosen.staff().ledger().turns().getOrDefault(pool, 0L), chosen.figure()));
    }
}
