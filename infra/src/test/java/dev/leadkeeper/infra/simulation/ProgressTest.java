package dev.leadkeeper.infra.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final int ALL = 1_000;

    private static String told(boolean terminal) {
        var bytes = new ByteArrayOutputStream();
        var progress = new Progress("", ALL, terminal, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (int schedule = 1; schedule <= ALL; schedule++) {
            progress.done(schedule, 20L * schedule, 0, Duration.ofMillis(200L * schedule));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_gets_one_line_that_is_written_over() {
        var told = told(true);
        assertTrue(told.startsWith("\r"));
        assertEquals(1, told.lines().filter(line -> line.contains("1,000 of 1,000")).count());
        assertEquals(1, told.chars().filter(c -> c == '\n').count());
    }

    @Test
    void a_log_gets_a_few_plain_lines() {
        var told = told(false);
        var lines = told.lines().toList();
        assertTrue(lines.size() <= 11, () -> String.join("\n", lines));
        assertFalse(told.contains("\r"));
        assertTrue(lines.getLast().startsWith("1,000 of 1,000 schedules   20,000 leads"));
    }
}
