package dev.leadkeeper.followup;

import dev.leadkeeper.people.Body;
import java.time.Instant;

/** When something happened, as the person says. */
final class When {
    /** A phone's clock may be ahead. */
    private static final int AHEAD_SECONDS = 300;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private When() {}

    /** Now where nothing is said. What lies ahead cannot have happened. */
    static Instant read(Body body, String field, Instant now) {
        var at = body.isNull(field) ? now : body.time(field, Instant::parse, "an instant such as 2026-11-22T02:00:00Z", "应为时刻，例如 2026-11-22T02:00:00Z").orElse(now);
        if (at.isAfter(now.plusSeconds(AHEAD_SECONDS))) {
            body.wrong(field, "lies in the future", "时间不能晚于现在");
        }
        if (at.isBefore(EARLIEST)) {
            body.wrong(field, "lies too far back", "时间过早");
        }
        return at;
    }
}
