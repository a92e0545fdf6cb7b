package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.TimelineEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private boolean shortPages;
    private final World world = new World(new InMemoryStore() {
        @Override
        public Page query(Query asked) {
            return super.query(shortPages ? new Query(asked.table(), asked.hash(), asked.prefix(), asked.descending(), 2, asked.after()) : asked);
        }
    });

    /** A page ends where the store likes, at 1 MB at the latest. */
    @Test
    void a_history_of_several_pages_is_read_whole() {
        var lead = world.take(world.submission("1", "{}")).lead().id();
        for (long n = 0; n < 4; n++) {
            world.timelines.appendOnce(lead, "notified", "system", Map.of("n", n), _ -> false);
        }
        shortPages = true;
        assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), world.timelines.of(lead).stream().map(TimelineEvent::seq).toList());
        assertEquals(List.of(1L, 2L), world.timelines.page(lead, 2, null).entries().stream().map(Timelines.Entry::seq).toList());
    }
}
