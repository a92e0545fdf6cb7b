package dev.leadkeeper.infra.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class YearTest {
    /** {@code ./mvnw -Pproof -Dparts=year} has two hundred reps, a hundred thousand leads and all of the year. */
    @Test
    void from_new_year_to_may_everything_of_a_small_organisation_falls_due_once_and_in_time() {
        var year = Year.of(20, 500, 150, 1, _ -> { });

        assertEquals(List.of(), year.broken());
        assertEquals(0, year.early() + year.late() + year.twice() + year.afterAnswer() + year.otherwise() + year.returned());
        assertTrue(year.counters());
        assertEquals(500, year.leads());
        assertEquals(500, year.verified());
        for (var timer : List.of("remind", "escalate", "red", "recycle", "freeze", "dormant")) {
            assertTrue(year.fired().get(timer) > 0, timer + " never fired");
        }
    }
}
