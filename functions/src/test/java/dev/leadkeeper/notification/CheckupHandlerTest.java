package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.notice.AddressProblems;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckupHandlerTest {
    private final Office office = new Office();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final CheckupHandler handler = new CheckupHandler(Wiring.of(Map.of(), office.clock, office.ids, telemetry,
            office.store, office.queue, office.files, office.secrets));

    @Test
    void every_morning_channels_and_addresses_are_looked_at_and_the_admin_learns_of_each_problem() throws Exception {
        new Documents(office.store).save("organisation", "channels", 0, Map.of("channels", Map.of(
                "wecom", Map.of("type", "wecom-app", "agentId", "1"), "list", Map.of("type", "outbox", "baseUrl", "http://localhost:9"))));
        handler.handleRequest(Files.newInputStream(Path.of("../events/notification-checkup.json")), new ByteArrayOutputStream(), new FakeContext());
        var found = new AddressProblems(office.store).all();
        assertEquals("channel#wecom#credential", found.getFirst().problem().id());
        assertTrue(found.getFirst().told());
        assertEquals(1, office.queue.bodies(Queue.Channel.NOTICES).size());
        assertTrue(telemetry.events().contains("checked-addresses"));
        assertEquals(1, telemetry.counted(Metric.SWEPT, "checkup"), "the alarm on a missing check hears of this");
    }
}
