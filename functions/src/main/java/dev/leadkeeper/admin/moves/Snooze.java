package dev.leadkeeper.admin.moves;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code POST /leads/{id}/snooze} (稍后跟进): the owner of a contacted lead puts it off to the end of a day, so far and so often as the
 * rulebook allows. Until then it is not taken back for want of action; whoever sees the lead sees until when.
 */
final class Snooze {
    private final Reach reach;
    private final Handovers handovers;
    private final Timelines timelines;
    private final Rounds rounds;
    private final Clock clock;
    private final Supplier<Limits> limits;
    private final Function<Lead, ZoneId> zone;

    /** @param zone where the days of a lead begin and end */
    Snooze(Reach reach, Handovers handovers, Timelines timelines, Rounds rounds, Clock clock, Supplier<Limits> limits, Function<Lead, ZoneId> zone) {
        this.reach = reach;
        this.handovers = handovers;
        this.timelines = timelines;
        this.rounds = rounds;
        this.clock = clock;
        this.limits = limits;
        this.zone = zone;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("until", "reason"));
        var until = body.needs("until").time("until", LocalDate::parse, "a day such as 2026-11-30", "应为日期，例如 2026-11-30");
        var reason = Words.reason(body, MoveReason.TO_SNOOZE);
        var seen = LeadNow.seen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var said = new Handovers.Said(who.id(), reason.orElseThrow(), null);
        return rounds.until(() -> reach.lead(who, access, ask.variable("id")).map(lead -> attempt(lead, until.orElseThrow(), seen, said))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Lead lead, LocalDate day, Long seen, Handovers.Said said) {
        if (!Handing.isOwned(lead)) {
            return Optional.of(Words.standsOtherwise(lead));
        }
        var until = day.plusDays(1).atStartOfDay(zone.apply(lead)).toInstant();
        if (until.equals(lead.watch().keptUntil())) {
            return Optional.of(Words.done(lead)); // also the repeat of a request whose answer was lost
        }
        if (seen != null && seen != lead.revision()) {
            return Optional.of(LeadNow.stale(Map.of("until", day.toString()), seen, lead));
        }
        if (!lead.contacted()) {
            return Optional.of(Words.refused(Refusal.NOT_MOVABLE, new Sentence("尚未联系客户，不可稍后跟进", "nobody has contacted the customer yet, so it cannot wait"), lead));
        }
        var allowed = limits.get();
        var flaw = flaw(lead, day, until, allowed);
        if (flaw.isPresent()) {
            return Optional.of(new Answer.Wrong(java.util.List.of(flaw.get())));
        }
        int before = times(lead);
        if (before >= allowed.snoozeTimes()) {
            return Optional.of(Words.refused(Refusal.NOT_MOVABLE, new Sentence("该线索已稍后跟进 " + before + " 次，不可再推迟",
                    "it was put off " + before + " times already, as often as the rulebook allows"), lead));
        }
        return handovers.snooze(lead, until, before + 1, said).map(Words::done);
    }

    private Optional<Flaw> flaw(Lead lead, LocalDate day, Instant until, Limits allowed) {
        var last = LocalDate.ofInstant(clock.now(), zone.apply(lead)).plusDays(allowed.snoozeDays());
        return until.isAfter(clock.now()) && !day.isAfter(last) ? Optional.empty()
                : Optional.of(new Flaw("until", "a day from today to " + last, "应为今天至 " + last + " 之间的日期"));
    }

    /** How often its present owner has put it off. */
    private int times(Lead lead) {
        return (int) timelines.of(lead.id()).stream().filter(event -> event.type().equals(Handovers.SNOOZED)
                && !event.at().isBefore(lead.assignedAt()) && lead.owner().equals(event.data().get("owner"))).count();
    }
}
