package dev.leadkeeper.evidence;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Results of the scan for malware, kept until the file that they are about is judged. */
final class Scans {
    private static final String KIND = "scan";
    private static final Duration KEPT = Duration.ofDays(14);

    private final Store store;
    private final Clock clock;

    Scans(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void note(News.Scanned result) {
        var key = key(result.key(), result.mark());
        store.write(new Write.Put(key, Map.of("kind", KIND, "id", key.sort(), "status", result.status(),
                Table.EXPIRES, clock.now().plus(KEPT).getEpochSecond()), Condition.NONE));
    }

    /** What the scan of this very object said, empty as long as it said nothing. */
    Optional<String> of(String key, String mark) {
        return store.get(key(key, mark)).map(item -> (String) item.get("status"));
    }

    private static Key key(String object, String mark) {
        return Key.of(Table.SIGNALS, KIND, object + "#" + mark);
    }
}
