package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
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
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.NoticeRules;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is about who asks: {@code GET /me} and {@code GET /todos}. */
final class Oneself {
    private final StaffBook book;
    private final Todos todos;
    private final Store store;

    Oneself(StaffBook book, Todos todos, Store store) {
        this.book = book;
        this.todos = todos;
        this.store = store;
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
                .<Answer>map(one -> new Answer.Done(new Sheet().put("staff", StaffSheet.full(one, false)).put("may", may).done()))
                .orElse(new Answer.Missing("staff"));
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
