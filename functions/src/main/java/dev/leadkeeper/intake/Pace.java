package dev.leadkeeper.intake;

import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.List;

/**
 * Holds a form to its own limit by delaying what exceeds it, never by refusing. One counter for each form and quarter of an
 * hour, shared by all instances: leads beyond what the limit allows until now become visible when it will allow them.
 */
final class Pace {
    /** The longest delay of an SQS message, and the length of a window. */
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String KIND = "pace";

    private final Store store;
    private final Clock clock;

    Pace(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How long these leads of the form wait; nothing is counted for a form without a limit. */
    Duration delay(FormDefinition form, int leads) {
        if (form.perMinute() == null) {
            return Duration.ZERO;
        }
        var now = clock.now();
        var window = Math.floorDiv(now.toEpochMilli(), WINDOW.toMillis());
        var sinceStart = now.toEpochMilli() - window * WINDOW.toMillis();
        var expires = now.plus(WINDOW.multipliedBy(2)).getEpochSecond();
        var counted = count(Key.of(Table.SIGNALS, KIND, form.id() + "#" + window), leads, expires);
        var minute = Duration.ofMinutes(1).toMillis();
        var due = (counted - leads) * minute / form.perMinute() - minute - sinceStart; // a burst of one minute passes
        return due <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(due, WINDOW.toMillis()));
    }

    private long count(Key key, int leads, long expires) {
        try {
            var write = new Write.Update(key, List.of(Change.add("leads", leads), Change.set(Table.EXPIRES, expires)), Condition.NONE);
            return switch (store.write(write)) {
                case Store.WriteResult.Written(var item) -> (Long) item.get("leads");
                case Store.WriteResult.Refused refused -> 0;
            };
        } catch (Store.Fault fault) {
            return 0; // a lost count costs a delay, a refused post would cost leads
        }
    }
}
