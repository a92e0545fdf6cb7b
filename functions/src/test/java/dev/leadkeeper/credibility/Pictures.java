package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makers of activities and of what is known about them. */
final class Pictures {
    static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    private Pictures() {}

    /** A proposal recorded an hour after it happened, without anything. */
    static Activity proposal() {
        return activity("lin", "proposal", AT.minus(Duration.ofHours(1)), AT);
    }

    static Activity activity(String staff, String type, Instant happenedAt, Instant at) {
        return new Activity("lead", Activity.id("lead", staff, type + at), 1, staff, at, happenedAt, type, Activity.Said.NOTHING, null,
                Set.of(), List.of(), Map.of(), Map.of(), null, 1, "body", "salt", Map.of(), Map.of());
    }

    static Activity saying(Activity one, String text) {
        return change(one, new Activity.Said(null, null, null, null, text), one.people(), one.fields());
    }

    static Activity promising(Activity one, String day) {
        return change(one, new Activity.Said("s", "n", "p", LocalDate.parse(day), null), one.people(), one.fields());
    }

    static Activity withPeople(Activity one, Activity.Participant... people) {
        return change(one, one.said(), List.of(people), one.fields());
    }

    static Activity withField(Activity one, String field, String value) {
        return change(one, one.said(), one.people(), Map.of(field, value));
    }

    private static Activity change(Activity one, Activity.Said said, List<Activity.Participant> people, Map<String, String> fields) {
        return new Activity(one.lead(), one.id(), one.ver(), one.staff(), one.at(), one.happenedAt(), one.type(), said, one.result(),
                one.tags(), people, fields, one.files(), one.seenFrom(), one.revision(), one.body(), one.salt(), one.credibility(), one.review());
    }

    /** The same with one more file of this kind, in this state. */
    static Activity withFile(Activity one, String kind, EvidenceFile.State state, String... flags) {
        var id = "f" + (one.files().size() + 1);
        var declared = EvidenceFile.declared(one.lead(), one.id(), id, "name", "application/octet-stream", 10, "hash" + id, one.at());
        return one.with(state.isFinal() ? declared.checking("mark", one.at()).judged(state,
                new EvidenceFile.Found(kind, List.of(), List.of(flags), Map.of(), null), one.at()) : declared);
    }

    static Picture picture(Activity activity, Picture.Need... needs) {
        return new Picture(activity, List.of(needs), null, null, List.of(), Picture.Similar.UNKNOWN);
    }

    static Picture.Need need(String name, boolean met) {
        return new Picture.Need(new Sentence(name + "(中)", name), met);
    }

}
