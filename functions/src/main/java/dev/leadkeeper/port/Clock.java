package dev.leadkeeper.port;

import java.time.Duration;
import java.time.Instant;

/** The only source of time. */
public interface Clock {
    /** Now, to the millisecond. */
    Instant now();

    /** Waits; for short pauses before a retry only (milliseconds). */
    void pause(Duration length);
}
