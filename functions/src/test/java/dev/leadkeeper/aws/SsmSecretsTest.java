package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SsmSecretsTest {
    private final VirtualClock clock = new VirtualClock("2026-03-02T09:00:00Z");
    private final ParameterStore store = new ParameterStore();
    private final SsmSecrets secrets = new SsmSecrets(store, "/leadkeeper/x", clock, new SeededIds(1));

    @Test
    void two_secrets_are_live_while_one_replaces_the_other() {
        store.values.put("/leadkeeper/x/forms/demo", "new\n old \n");
        assertEquals(List.of("new", "old"), secrets.live("forms/demo"));
    }

    @Test
    void a_folder_is_read_once_a_minute_whatever_is_asked_of_it() {
        store.values.put("/leadkeeper/x/forms/demo", "a");
        store.values.put("/leadkeeper/x/forms/tally", "b");
        assertEquals(List.of("a"), secrets.live("forms/demo"));
        assertEquals(List.of("b"), secrets.live("forms/tally"));
        assertEquals(2, store.pages, "two pages of one parameter");
        clock.advance(Duration.ofSeconds(61));
        secrets.live("forms/demo");
        assertEquals(4, store.pages);
    }

    @Test
    void a_secret_that_somebody_just_set_is_seen_within_seconds() {
        store.values.put("/leadkeeper/x/channels/old", "a");
        assertEquals(List.of(), secrets.live("channels/robot"));
        store.values.put("/leadkeeper/x/channels/robot", "key");
        clock.advance(Duration.ofSeconds(6));
        assertEquals(List.of("key"), secrets.live("channels/robot"));
    }

    @Test
    void a_snapshot_carries_no_secret() {
        store.values.put("/leadkeeper/x/forms/demo", "a");
        secrets.live("forms/demo");
        secrets.forget();
        store.values.put("/leadkeeper/x/forms/demo", "b");
        assertEquals(List.of("b"), secrets.live("forms/demo"));
    }

    /** One parameter a page. */
    private static final class ParameterStore implements Parameters {
        private final TreeMap<String, String> values = new TreeMap<>();
        private int pages;

        @Override
        public Page under(String path, String from) {
            pages++;
            var found = values.tailMap(from == null ? path + "/" : from, from == null)
                    .entrySet().stream().filter(each -> each.getKey().startsWith(path + "/")).toList();
            return found.isEmpty() ? new Page(Map.of(), null)
                    : new Page(Map.of(found.getFirst().getKey(), found.getFirst().getValue()), found.size() > 1 ? found.getFirst().getKey() : null);
        }
    }
}
