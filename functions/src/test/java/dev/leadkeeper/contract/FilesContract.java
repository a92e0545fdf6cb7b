package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files are written once. */
public abstract class FilesContract {
    /** The files under test. */
    protected abstract Files files();

    private final String unique = "contract/" + Long.toString(System.nanoTime(), 36) + "/";

    @Test
    void a_file_comes_back_as_it_was() {
        var large = "尺".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        files().put(unique + "decision 1.json", large, "application/json");
        assertArrayEquals(large, files().get(unique + "decision 1.json").orElseThrow());
        files().put(unique + "empty", new byte[0], "text/plain");
        assertArrayEquals(new byte[0], files().get(unique + "empty").orElseThrow());
    }

    @Test
    void a_file_that_nobody_put_is_not_there() {
        assertEquals(Optional.empty(), files().get(unique + "none"));
    }

    @Test
    void the_same_again_changes_nothing_and_another_content_is_a_fault() {
        files().put(unique + "a", new byte[] {1}, "x/y");
        files().put(unique + "a", new byte[] {1}, "x/y");
        assertThrows(Store.Fault.class, () -> files().put(unique + "a", new byte[] {2}, "x/y"));
        assertArrayEquals(new byte[] {1}, files().get(unique + "a").orElseThrow());
    }

    @Test
    void what_the_caller_does_to_the_bytes_later_does_not_reach_the_file() {
        var bytes = new byte[] {1};
        files().put(unique + "b", bytes, "x/y");
        bytes[0] = 2;
        files().get(unique + "b").orElseThrow()[0] = 3;
        assertArrayEquals(new byte[] {1}, files().get(unique + "b").orElseThrow());
    }
}
