package dev.leadkeeper.admin;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.BreakerSheet;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Breaker;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** {@code PUT /assignment/breaker}: stops automatic assignment with a reason, or lets it go on (AS9). */
final class SwitchBreaker {
    private static final int LONGEST_REASON = 300;

    private final Breaker breaker;
    private final Queue queue;

    SwitchBreaker(Breaker breaker, Queue queue) {
        this.breaker = breaker;
        this.queue = queue;
    }

    /** Closing has the waiting list worked through; closing it again asks again, so a crash in between is mended by a repeat. */
    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("open", "reason"));
        var open = body.needs("open").flag("open");
        var reason = body.isNull("reason") ? null : body.line("reason", LONGEST_REASON).orElse(null);
        if (open.orElse(false) && reason == null && flaws.isEmpty()) {
            body.wrong("reason", "whoever stops assignment says why, for all who wait");
        }
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var position = breaker.set(open.orElseThrow(), reason, who.id());
        if (!position.open()) {
            queue.send(Queue.Channel.DRAINS, Map.of("why", "breaker-closed"));
        }
        return new Answer.Done(BreakerSheet.of(position));
    }
}
