package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.reading.Masking;
import dev.leadkeeper.reading.Reading;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.rulebook.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a rep wrote, masked and read (FU5): the texts as they may stand, the tags they tell, and what follows to do. */
record Understood(Activity.Said said, Set<String> tags, Reading reading) {
    /** Kind of the to-do. */
    static final String SUGGESTED = "suggested";

    static Understood of(Activity.Said written, FollowUp rules, Instant happenedAt) {
        var sensitive = sensitive(rules);
        var said = new Activity.Said(masked(written.solved(), sensitive), masked(written.nextStep(), sensitive),
                masked(written.promise(), sensitive), written.promiseBy(), masked(written.text(), sensitive));
        var texts = Stream.of(said.text(), said.nextStep(), said.solved()).filter(Objects::nonNull).toList();
        // The chat first: it is what the customer said, the rest is what the rep made of it.
        var reading = Reading.of(String.join("\n", texts), day(happenedAt), List.of());
        return new Understood(said, rules.tagsIn(texts), reading);
    }

    static List<String> sensitive(FollowUp rules) {
        return rules.sensitive().stream().map(Word::shown).toList();
    }

    /** Relative days count from the calendar day in China. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Staff.COUNTED_IN);
    }

    private static String masked(String text, List<String> sensitive) {
        return text == null ? null : Masking.of(text, sensitive);
    }

    /** What the reading suggests to do, {@code null} if it says nothing. */
    Todos.Todo todo(Lead lead, Activity activity) {
        return reading.saysSomething() ? new Todos.Todo(lead.owner() == null ? activity.staff() : lead.owner(),
                "reading#" + lead.id() + "#" + activity.id(), SUGGESTED, lead.id(), suggestion(reading), activity.at(), reading.due()) : null;
    }

    /** The end of the last day that the record names: ours to deliver, or the customer's to take the next step; {@code null} if it names none. */
    Instant keptUntil() {
        return Stream.of(said.promiseBy(), reading.due()).filter(Objects::nonNull).max(LocalDate::compareTo)
                .map(day -> day.plusDays(1).atStartOfDay(Staff.COUNTED_IN).toInstant()).orElse(null);
    }

    /** The suggestion in words. */
    static Sentence suggestion(Reading reading) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        zh.add("建议待办：" + (reading.nextStep() == null ? "跟进客户" : reading.nextStep()));
        en.add("Suggested: " + (reading.nextStep() == null ? "follow up" : reading.nextStep()));
        if (reading.due() != null) {
            zh.add("日期 " + reading.due());
            en.add("on " + reading.due());
        }
        if (reading.budget() != null) {
            zh.add("预算 " + reading.budget() + " 元");
            en.add("budget " + reading.budget() + " yuan");
        }
        if (reading.decider() != null) {
            zh.add("决策人 " + reading.decider());
            en.add("decided by " + reading.decider());
        }
        return new Sentence(String.join("；", zh), String.join("; ", en));
    }

    static Map<String, Object> sheet(Reading reading) {
        return new Sheet().put("due", reading.due() == null ? null : reading.due().toString()).put("budget", reading.budget())
                .put("decider", reading.decider()).put("nextStep", reading.nextStep()).done();
    }
}
