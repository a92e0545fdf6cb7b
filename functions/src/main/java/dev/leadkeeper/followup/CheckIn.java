package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.reading.Masking;
import dev.leadkeeper.rulebook.Word;
import dev.leadkeeper.settings.FollowUps;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One tap (已联系, FU1): the owner has contacted the person. Stops the response clock; tapped twice it counts once. */
final class CheckIn {
    /** Ways to reach somebody. */
    static final List<String> CHANNELS = List.of("phone", "wechat", "wecom", "sms", "email", "visit", "video", "other");

    private final Leads leads;
    private final Activities activities;
    private final FollowUps followUps;
    private final Room room;
    private final Rounds rounds;
    private final Clock clock;
    private final Ids ids;

    CheckIn(Leads leads, Activities activities, FollowUps followUps, Room room, Rounds rounds, Clock clock, Ids ids) {
        this.leads = leads;
        this.activities = activities;
        this.followUps = followUps;
        this.room = room;
        this.rounds = rounds;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param by         staff id
     * @param note       {@code null} for none
     * @param happenedAt when the contact was, as the person says
     * @param key        tells one tap from another, {@code null} where the content does
     * @param seenFrom   the lead's revision that the person saw, {@code null} if they did not say
     */
    record Tap(String by, String channel, String note, Instant happenedAt, String key, Long seenFrom) {}

    /** What became of a tap. */
    sealed interface Tapped {
        /** The person has been contacted, by this tap or one before. */
        record Done(Lead lead) implements Tapped {}

        /** Nobody owns the lead, so nobody can have contacted on their behalf; or it has ended. */
        record NotOwned(Lead lead) implements Tapped {}

        /** The lead has changed since the person saw it, and nobody has contacted anybody. */
        record Stale(Lead lead) implements Tapped {}

        /** There is no such lead, or not for this person. */
        record Nothing() implements Tapped {}
    }

    /** @param theirs whether the lead, as it is now, may be checked in by this person */
    Tapped tap(String lead, Tap tap, Predicate<Lead> theirs) {
        return Reach.isId(lead) ? rounds.until(() -> attempt(leads.find(lead).filter(theirs).orElse(null), tap)) : new Tapped.Nothing();
    }

    private Optional<Tapped> attempt(Lead lead, Tap tap) {
        if (lead == null) {
            return Optional.of(new Tapped.Nothing());
        }
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            return Optional.of(new Tapped.NotOwned(lead));
        }
        if (lead.contacted() && tap.note() == null) {
            return Optional.of(new Tapped.Done(lead)); // a tap that says nothing new
        }
        if (!lead.contacted() && tap.seenFrom() != null && tap.seenFrom() != lead.revision()) {
            return Optional.of(new Tapped.Stale(lead));
        }
        var wasFull = !lead.contacted() && room.isFull(lead.owner());
        return switch (activities.record(lead, activity(lead, tap), followUps.live().stages().getFirst().id())) {
            case Activities.Recorded.Done(var after, var activity) -> {
                if (wasFull) {
                    room.made();
                }
                yield Optional.of(new Tapped.Done(after));
            }
            // Tapped at the same moment as well: the lead is as that tap left it, not as it was seen here.
            case Activities.Recorded.Before _, Activities.Recorded.Another _ -> Optional.of(new Tapped.Done(leads.find(lead.id()).orElse(lead)));
            case Activities.Recorded.LeadChanged _ -> Optional.empty();
        };
    }

    private Activity activity(Lead lead, Tap tap) {
        var sensitive = followUps.live().sensitive().stream().map(Word::shown).toList();
        var note = tap.note() == null ? null : Masking.of(tap.note(), sensitive);
        var body = HexFormat.of().formatHex(LeadId.sha256(tap.channel() + "\0" + (tap.note() == null ? "" : tap.note())));
        var key = tap.key() == null ? "check-in " + lead.assignedAt() + " " + body : tap.key();
        return new Activity(lead.id(), Activity.id(lead.id(), tap.by(), key), 1, tap.by(), clock.now(), tap.happenedAt(),
                Activity.CHECK_IN, new Activity.Said(null, null, null, null, note), null, Set.of(), List.of(),
                Map.of("channel", tap.channel()), Map.of(), tap.seenFrom(), 0, body, ids.next(), Map.of(), Map.of());
    }
}
