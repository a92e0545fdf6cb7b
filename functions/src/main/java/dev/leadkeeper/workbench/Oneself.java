package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.people.PreferencesSheet;
import dev.leadkeeper.people.StaffSheet;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.NoticeRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is about who asks: {@code GET /me} and {@code GET /todos}. */
final class Oneself {
    private final StaffBook book;
    private final Todos todos;
    private final Store store;
    private final Compliance compliance;
    private final Calendars calendars;
    private final DeadlineRules deadlines;
    private final Clock clock;

    Oneself(StaffBook book, Todos todos, Store store, Compliance compliance, Calendars calendars, DeadlineRules deadlines, Clock clock) {
        this.book = book;
        this.todos = todos;
        this.store = store;
        this.compliance = compliance;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** How notices come to oneself: what one said, and what holds. */
    Answer preferences(Person who, Access access, Ask ask) {
        return book.find(who.id()).<Answer>map(one -> new Answer.Done(PreferencesSheet.of(one.preferences(), NoticeRules.current(store))))
                .orElse(new Answer.Missing("staff"));
    }

    /** One's entry on the staff list, and how far one's rights go; what is not named one may not. */
    Answer me(Person who, Access access, Ask ask) {
        var may = new LinkedHashMap<String, Object>();
        for (var action : Action.values()) {
            if (who.may(action) != Access.NONE) {
                may.put(action.word(), who.may(action).word());
            }
        }
        return book.find(who.id())
                .<Answer>map(one -> new Answer.Done(new Sheet().put("staff", StaffSheet.full(one, false)).put("may", may)
                        .put("compliance", compliance(one)).put("complianceRules", rules()).done()))
                .orElse(new Answer.Missing("staff"));
    }

    /** What follows from weeks, so that whoever it concerns knows it in advance. */
    private Map<String, Object> rules() {
        var live = deadlines.live();
        return new Sheet().put("target", BigDecimal.valueOf(live.compliance().target())).put("weeks", live.compliance().weeks()).put("least", live.compliance().least())
                .put("suspendBelow", BigDecimal.valueOf(live.compliance().suspendBelow())).put("healthyMinutes", live.response().healthy().toMinutes()).done();
    }

    /** How many of one's leads were answered in time, in the running week and the one before. */
    private List<Map<String, Object>> compliance(Staff one) {
        var today = LocalDate.ofInstant(clock.now(), calendars.live().ofMembers(one.groups()).zone());
        return compliance.of(List.of(one.id()), List.of(Compliance.week(today), Compliance.week(today.minusWeeks(1)))).stream().map(week -> new Sheet()
                .put("week", week.week()).put("kept", week.kept()).put("missed", week.missed()).put("late", week.late()).put("healthy", week.healthy()).put("recycled", week.recycled()).done()).toList();
    }

    /** One's to-dos in the order of their ids. */
    Answer todos(Person who, Access access, Ask ask) {
        return Pages.answer(ask, "todos of " + who.id(), "items", from -> {
            var page = todos.of(who.id(), from.limit(), from.after());
            return new Pages.Slice(page.todos().stream().map(Oneself::todo).toList(), page.next());
        });
    }

    private static Map<String, Object> todo(Todos.Todo todo) {
        return new Sheet()
                .put("id", todo.id())
                .put("kind", todo.kind())
                .put("lead", todo.lead())
                .put("text", SentenceCodec.toDoc(todo.text()))
                .put("at", todo.at())
                .put("due", todo.due() == null ? null : todo.due().toString())
                .done();
    }
}
