package dev.leadkeeper.aws;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void every_call_is_made_and_answered_within_this_process() {
        Rehearsal.run(new SystemClock(), new SecureIds());
    }
}
