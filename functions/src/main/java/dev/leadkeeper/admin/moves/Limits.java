package dev.leadkeeper.admin.moves;

import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.rulebook.Deadlines;

/**
 * What the rulebook allows people to do with leads by themselves.
 *
 * @param claimsPerDay most leads that somebody may claim on a day, however many of them they gave back
 * @param mostOwned    most leads that somebody who claims may own afterwards
 * @param snoozeDays   how far a lead may be put off at a time
 * @param snoozeTimes  how often an owner may put off a lead
 */
record Limits(int claimsPerDay, int mostOwned, int snoozeDays, int snoozeTimes) {
    static Limits of(Deadlines rules) {
        return new Limits(rules.claims().perDay(), rules.claims().mostOwned(), rules.snooze().mostDays(), rules.snooze().mostTimes());
    }

    Ownership.Claiming claiming() {
        return new Ownership.Claiming(claimsPerDay, mostOwned);
    }
}
