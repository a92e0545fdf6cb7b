package dev.leadkeeper.infra.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.TemplateReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command against the template's own tables on the embedded emulators. */
class SeedCommandTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static Emulators emulators;

    @BeforeAll
    static void start_a_stack_without_functions() throws Exception {
        emulators = Emulators.start(Optional.empty(), change -> { });
        var template = new TemplateReader(Place.local(emulators.endpoints().sqs().toString(), "http://localhost"), Map.of())
                .read(ROOT.resolve("template.yaml"));
        Provisioning.create(template, emulators.endpoints(), false);
    }

    @AfterAll
    static void stop() throws Exception {
        emulators.close();
    }

    @Test
    void the_sample_goes_into_a_stack_on_this_machine_and_then_there_is_nothing_to_do() {
        assertTrue(run("leadkeeper").endsWith("Written.\n"));
        assertTrue(run("leadkeeper").endsWith("Nothing to do.\n"));
        try (var parameters = emulators.endpoints().ssmClient()) {
            assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                    parameters.getParameter(ask -> ask.name("/leadkeeper/leadkeeper/forms/demo")).parameter().value());
        }
    }

    @Test
    void a_stack_that_is_not_there_is_named() {
        var refused = assertThrows(IllegalStateException.class, () -> run("elsewhere"));
        assertTrue(refused.getMessage().contains("elsewhere") && refused.getMessage().contains("StaffTable: not there"), refused.getMessage());
    }

    private static String run(String stack) {
        var printed = new ByteArrayOutputStream();
        new Seed(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(new SeedOptions(stack, Optional.empty(), Optional.empty(),
                ROOT.resolve("infra/seed"), false, false), LocalDate.parse("2026-03-10"), emulators.endpoints().environment());
        return printed.toString(StandardCharsets.UTF_8);
    }
}
