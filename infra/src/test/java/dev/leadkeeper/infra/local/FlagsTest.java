package dev.leadkeeper.infra.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagsTest {
    @TempDir
    Path temporary;

    @Test
    void a_port_is_what_was_typed_or_the_usual_one() {
        assertEquals(8080, Flags.port(Optional.empty()));
        assertEquals(0, Flags.port(Optional.of("0")));
        assertEquals(8170, Flags.port(Optional.of("8170")));
    }

    @Test
    void what_is_no_port_is_refused_by_name() {
        for (String typed : new String[] {"abc", "99999", "-1", "80.5", "٨٠"}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Flags.port(Optional.of(typed)), typed);
            assertTrue(refused.getMessage().contains("-Dport=" + typed));
        }
    }

    @Test
    void a_speed_is_a_whole_number_of_times_up_to_a_day_a_second() {
        assertEquals(1, Flags.speed(Optional.empty()));
        assertEquals(3600, Flags.speed(Optional.of("3600")));
        for (String typed : new String[] {"0", "-1", "1.5", "86401", "fast"}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Flags.speed(Optional.of(typed)), typed);
            assertTrue(refused.getMessage().contains("-Dspeed=" + typed));
        }
    }

    @Test
    void a_directory_for_data_is_made_and_left_empty() throws IOException {
        Path directory = Flags.directory(temporary.resolve("a/b"));
        try (var inside = Files.list(directory)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void a_file_in_the_place_of_the_data_directory_is_refused_by_name() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        var refused = assertThrows(IllegalArgumentException.class, () -> Flags.directory(file.resolve("data")));
        assertTrue(refused.getMessage().contains("-Ddata=" + file.resolve("data")));
    }
}
