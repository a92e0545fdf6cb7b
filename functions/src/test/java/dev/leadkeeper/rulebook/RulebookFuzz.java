package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Mutations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Rulebooks, calendars and staff lists made from the samples: each is refused with its problems, or is one. */
public final class RulebookFuzz implements Fuzz {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Map<String, Object> rulebook = Yaml.seed("rulebook.yaml");
    private final Map<String, Object> staff = Yaml.seed("staff.yaml");
    private final Map<String, Object> calendar = Yaml.seed("calendar.yaml");
    private final RulebookCheck.Organisation organisation = new RulebookCheck.Organisation(List.of(), Set.of("demo"), Optional::of);

    @Override
    public void one(Random random) {
        var mutations = new Mutations(random);
        var document = mutations.of(rulebook);
        try {
            var read = Rulebook.parse(document);
            assertEquals(read, Rulebook.parse(document));
            RulebookCheck.problems(read, organisation);
        } catch (RulebookInvalid refused) {
            assertFalse(refused.problems().isEmpty());
        }
        try {
            Deadlines.parse(document.get("deadlines"));
        } catch (RulebookInvalid refused) {
            assertFalse(refused.problems().isEmpty());
        }
        try {
            var calendars = CalendarFile.parse(mutations.of(calendar));
            var due = calendars.organisation().plusWorking(Instant.EPOCH, Duration.ofDays(1000));
            assertEquals(Duration.ofDays(1000), calendars.organisation().workingBetween(Instant.EPOCH, due));
        } catch (RulebookInvalid refused) {
            assertFalse(refused.problems().isEmpty());
        }
        try {
            StaffFile.parse(mutations.of(staff), TODAY);
        } catch (RulebookInvalid refused) {
            assertFalse(refused.problems().isEmpty());
        }
    }
}
