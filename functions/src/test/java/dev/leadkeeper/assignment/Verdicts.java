package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static dev.leadkeeper.assignment.People.rep;
import static dev.leadkeeper.assignment.People.roster;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** What the engine says of one lead and one person, {@code a}. */
final class Verdicts {
    /** A Tuesday, 10 in the morning in Shanghai. */
    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final Rulebook ANYBODY = Books.withStrategy("fewest-unfollowed");
    static final Staff.Hours NINE_TO_SIX = new Staff.Hours(ZoneId.of("Asia/Shanghai"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.parse("09:00"), LocalTime.parse("18:00"));

    private Verdicts() {}

    static Decision decide(Rulebook rulebook, Roster roster) {
        return DecisionEngine.decide(lead().question(), roster, rulebook, NOW);
    }

    /** The verdict on this person, with somebody else there to take the lead. */
    static String verdict(Rulebook rulebook, Instant now, People person) {
        var decision = DecisionEngine.decide(lead().question(), roster(person, rep("zz").open(7)), rulebook, now);
        return decision.candidates().stream().filter(each -> each.rep().equals("a")).findFirst().orElseThrow().verdict();
    }

    static String verdict(People person) {
        return verdict(ANYBODY, NOW, person);
    }

    static Rulebook rules(String target) {
        return Books.of("rules: [{id: only, title: {zh: 只有, en: only}, target: " + target + ", strategy: fewest-unfollowed}]");
    }
}
