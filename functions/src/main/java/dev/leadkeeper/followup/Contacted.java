package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** {@code POST /leads/{id}/contacted}. */
final class Contacted {
    private static final int LONGEST_NOTE = 500;

    private final CheckIn checkIn;
    private final Clock clock;

    Contacted(CheckIn checkIn, Clock clock) {
        this.checkIn = checkIn;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("channel", "note", "at"));
        var channel = body.needs("channel").word("channel", CheckIn.CHANNELS.toArray(String[]::new), each -> each);
        var note = body.isNull("note") ? null : body.text("note", LONGEST_NOTE).orElse(null);
        var at = When.read(body, "at", clock.now());
        var seen = Reach.seen(ask, flaws);
        var key = Keyed.of(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var tap = new CheckIn.Tap(who.id(), channel.orElseThrow(), note, at, key, seen);
        return switch (checkIn.tap(ask.variable("id"), tap, lead -> access.reaches(who, lead.owner()))) {
            case CheckIn.Tapped.Done(var lead) -> new Answer.Versioned(Reach.sheet(lead).done(), lead.revision());
            case CheckIn.Tapped.NotOwned(var lead) -> Reach.refused(lead);
            case CheckIn.Tapped.Stale(var lead) -> Reach.stale(Map.of("channel", tap.channel()), seen, lead);
            case CheckIn.Tapped.Nothing() -> new Answer.Missing("lead");
        };
    }
}
