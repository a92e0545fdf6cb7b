package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.reading.Reading;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code POST /texts/read}: masks a chat or a speech and says what it tells, without storing any of it (FU5). */
final class ReadText {
    private final FollowUps followUps;
    private final Clock clock;

    ReadText(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("text", "day"));
        var text = body.needs("text").text("text", Reading.LONGEST);
        var day = body.isNull("day") ? Understood.day(clock.now())
                : body.day("day").orElse(Understood.day(clock.now()));
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var rules = followUps.live();
        var reading = Reading.of(text.orElseThrow(), day, Understood.sensitive(rules));
        var suggestion = Understood.suggestion(reading);
        return new Answer.Done(new Sheet()
                .put("masked", reading.masked())
                .put("reading", Understood.sheet(reading))
                .put("tags", List.copyOf(rules.tagsIn(List.of(reading.masked()))))
                .put("todo", reading.saysSomething() ? new Sheet().put("zh", suggestion.zh()).put("en", suggestion.en()).done() : null)
                .done());
    }
}
