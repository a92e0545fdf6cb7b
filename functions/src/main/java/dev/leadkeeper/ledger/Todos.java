package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What people still have to do. */
public final class Todos {
    private final Store store;

    public Todos(Store store) {
        this.store = store;
    }

    /**
     * @param staff whose it is
     * @param id    deterministic from what caused it
     * @param kind  {@code fallback}, {@code undelivered} …
     * @param lead  the lead it is about, or {@code null}
     * @param text  what to do
     * @param at    since when
     * @param due   the day by which, or {@code null}
     */
    public record Todo(String staff, String id, String kind, String lead, Sentence text, Instant at, LocalDate due) {
        /** One without a day. */
        public Todo(String staff, String id, String kind, String lead, Sentence text, Instant at) {
            this(staff, id, kind, lead, text, at, null);
        }
    }

    /** Adds a to-do; the same again changes nothing. */
    public void add(Todo todo) {
        store.write(write(todo));
    }

    /** The write that adds a to-do, to be part of a transaction that is refused if it is there already. */
    static Write write(Todo todo) {
        return write(todo, Condition.missing("staff"));
    }

    /** The write that puts a to-do anew, for what can come to the same person again: it must never stand in its transaction's way. */
    static Write anew(Todo todo) {
        return write(todo, Condition.NONE);
    }

    private static Write write(Todo todo, Condition condition) {
        var item = Doc.build()
                .put("staff", todo.staff())
                .put("id", todo.id())
                .put("kind", todo.kind())
                .put("lead", todo.lead())
                .put("text", SentenceCodec.toDoc(todo.text()))
                .put("at", todo.at())
                .put("due", todo.due() == null ? null : todo.due().toString())
                .done();
        return new Write.Put(Key.of(Table.TODOS, todo.staff(), todo.id()), item, condition);
    }

    /** A person's to-dos in the order of their ids; {@code next} is a cursor, {@code null} at the end. */
    public TodoPage of(String staff, int limit, String after) {
        var page = store.query(new Store.Query(Table.TODOS, staff, null, false, limit, after));
        return new TodoPage(page.items().stream().map(Doc::of).map(doc -> new Todo(doc.required("staff"),
                doc.required("id"), doc.required("kind"), doc.text("lead"), SentenceCodec.fromDoc(doc.doc("text")),
                doc.instant("at"), doc.text("due") == null ? null : LocalDate.parse(doc.text("due")))).toList(), page.next());
    }

    /** @param next the cursor of the next page, {@code null} at the end */
    public record TodoPage(List<Todo> todos, String next) {}
}
