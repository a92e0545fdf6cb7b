package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Documents;
import java.util.ArrayList;
import java.util.List;

/** What holds of deadlines now, and what somebody may still go by: rules and calendars change, and instances learn of it a while later. */
final class DueLaws {
    /** How long an instance goes by rules that it knows: ten seconds by clocks that differ, after a glance that was old, in an invocation that was slow. */
    static final long KNOWN = 35_000;

    private final Store truth;
    private final EventLoop loop;
    private final List<Since<DueLaw.Rules>> rules = new ArrayList<>();
    private final List<Since<DueLaw.Book>> books = new ArrayList<>();

    /** What holds since a moment. */
    private record Since<T>(T what, long at) {}

    DueLaws(Store truth, EventLoop loop) {
        this.truth = truth;
        this.loop = loop;
        rules.add(new Since<>(DueLaw.Rules.FIRST, 0));
        books.add(new Since<>(DueLaw.Book.FIRST, 0));
    }

    /** What holds now. */
    DueLaw now() {
        return new DueLaw(rules.getLast().what(), books.getLast().what());
    }

    /** Looks at what was written. */
    void changed(Key key) {
        var now = loop.now();
        if (key.equals(Key.of(Table.SETTINGS, "live", "rulebook"))) {
            var version = new Documents(truth).find("live", "rulebook").orElseThrow().doc().get("version");
            rules.add(new Since<>(version.equals("1") ? DueLaw.Rules.FIRST : DueLaw.Rules.SECOND, now));
        } else if (key.equals(Key.of(Table.SETTINGS, Calendars.KIND, Calendars.ID))) {
            var stored = new Documents(truth).find(Calendars.KIND, Calendars.ID).orElseThrow().doc();
            books.add(new Since<>(stored.get("hours").equals(DueLaw.Book.FIRST.doc().get("hours")) ? DueLaw.Book.FIRST : DueLaw.Book.SECOND, now));
        }
    }

    /** What an instance may have gone by at a moment. */
    List<DueLaw> known(long at) {
        var laws = new ArrayList<DueLaw>();
        for (var one : known(rules, at)) {
            known(books, at).forEach(book -> laws.add(new DueLaw(one, book)));
        }
        return laws;
    }

    private static <T> List<T> known(List<Since<T>> all, long at) {
        var known = new ArrayList<T>();
        for (int i = 0; i < all.size(); i++) {
            var ended = i + 1 < all.size() ? all.get(i + 1).at() : Long.MAX_VALUE;
            if (all.get(i).at() <= at && ended > at - KNOWN) {
                known.add(all.get(i).what());
            }
        }
        return known;
    }
}
