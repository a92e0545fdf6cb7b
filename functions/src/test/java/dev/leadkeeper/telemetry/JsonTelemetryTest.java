package dev.leadkeeper.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTelemetryTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Telemetry telemetry = new JsonTelemetry(new VirtualClock("2026-01-01T00:00:00Z"), "leadkeeper/test",
            new PrintStream(out, true, StandardCharsets.US_ASCII));

    @Test
    void a_line_tells_what_happened_to_which_lead_in_which_invocation() {
        telemetry.during(new Telemetry.Invocation("r", "x"), () -> {
            telemetry.log(Telemetry.Level.INFO, "assigned", Field.LEAD.is("abcdefghijklmnopqrstuvwxyz"), Field.RULE.is("大客户"),
                    Field.MILLIS.is(Duration.ofSeconds(2)), Field.COUNT.is(3), Field.STAFF.is((String) null));
            return null;
        });
        assertEquals(List.of(Map.of("level", "INFO", "timestamp", "2026-01-01T00:00:00Z", "event", "assigned",
                "request", "r", "xray", "x", "lead", "abcdefghijklmnopqrstuvwxyz", "rule", "大客户", "millis", 2000L, "count", 3L)), lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+8613800138000", "a@example.com", "a\nb", "{\"x\":1}", "https://h/?key=secret",
        "91330100799655058B", "x138001", "<b>", ""})
    void what_does_not_look_like_an_id_or_a_code_is_withheld(String value) {
        telemetry.log(Telemetry.Level.WARN, "x", Field.REASON.is(value));
        assertEquals(Field.WITHHELD, lines().getFirst().get("reason"));
    }

    @Test
    void a_random_id_is_told_although_digits_stand_together_in_it() {
        for (var id : List.of("a234567aaaaaaaaaaaaaaaaaaa", "12345678-1234-1234-1234-123456789012", "1-12345678-123456789012345678901234")) {
            assertEquals(id, Field.MESSAGE.is(id).value());
        }
    }

    @Test
    void a_fault_tells_classes_and_places_and_no_message() {
        telemetry.fault("message-failed", new IllegalStateException("13800138000", new RuntimeException("张三")));
        var fault = (Map<?, ?>) lines().getFirst().get("fault");
        assertEquals(List.of("java.lang.IllegalStateException", "java.lang.RuntimeException"), fault.get("causes"));
        assertTrue(((List<?>) fault.get("frames")).getFirst().toString().startsWith(JsonTelemetryTest.class.getName()));
        assertFalse(text().contains("138") || text().contains("张三"));
    }

    @Test
    void counts_of_an_invocation_go_out_at_its_end_added_up() {
        telemetry.during(new Telemetry.Invocation("r", null), () -> {
            telemetry.count(Metric.UNDELIVERED);
            telemetry.count(Metric.UNDELIVERED);
            telemetry.measure(Metric.POST_TO_NOTICE, null, Duration.ofMillis(5));
            telemetry.measure(Metric.POST_TO_NOTICE, null, Duration.ofMillis(7));
            assertEquals("", text());
            return null;
        });
        var document = lines().getFirst();
        assertEquals(2L, document.get("undelivered"));
        assertEquals(List.of(5L, 7L), document.get("postToNotice"));
        var aws = (Map<?, ?>) document.get("_aws");
        assertEquals(1767225600000L, aws.get("Timestamp"));
        var directive = (Map<?, ?>) ((List<?>) aws.get("CloudWatchMetrics")).getFirst();
        assertEquals("leadkeeper/test", directive.get("Namespace"));
        assertEquals(List.of(List.of()), directive.get("Dimensions"));
        assertEquals(List.of(Map.of("Name", "postToNotice", "Unit", "Milliseconds"), Map.of("Name", "undelivered")),
                directive.get("Metrics"));
    }

    @Test
    void a_line_of_a_lead_that_has_the_trace_of_the_invocation_names_it_once() {
        telemetry.during(new Telemetry.Invocation("r", "1-12345678-123456789012345678901234"), () -> {
            telemetry.log(Telemetry.Level.INFO, "accepted", Field.TRACE.is("1-12345678-123456789012345678901234"));
            telemetry.log(Telemetry.Level.INFO, "created", Field.TRACE.is("1-87654321-123456789012345678901234"));
            return null;
        });
        assertFalse(lines().getFirst().containsKey("xray"));
        assertEquals("1-12345678-123456789012345678901234", lines().getLast().get("xray"));
    }

    @Test
    void figures_of_several_dimensions_share_a_document() {
        telemetry.during(new Telemetry.Invocation("r", null), () -> {
            telemetry.count(Metric.DECISIONS, "turns");
            telemetry.measure(Metric.AGE_AT_STAGE, "assignment", Duration.ofMillis(5));
            telemetry.count(Metric.DECISIONS, "keeper");
            telemetry.count(Metric.FAULTS);
            return null;
        });
        assertEquals(2, lines().size());
        var first = lines().getFirst();
        assertEquals(List.of("turns", 1L, "assignment", 5L, 1L), List.of(first.get("rule"), first.get("decisions"), first.get("stage"),
                first.get("ageAtStage"), first.get("faults")));
        var directives = (List<?>) ((Map<?, ?>) first.get("_aws")).get("CloudWatchMetrics");
        assertEquals(List.of(List.of(List.of(), List.of("rule")), List.of(List.of(), List.of("stage")), List.of(List.of())),
                directives.stream().map(each -> ((Map<?, ?>) each).get("Dimensions")).toList());
        assertEquals("keeper", lines().getLast().get("rule"));
    }

    @Test
    void each_value_of_a_dimension_has_a_document_of_its_own() {
        telemetry.during(new Telemetry.Invocation("r", null), () -> {
            telemetry.count(Metric.REFUSED, "signature");
            telemetry.count(Metric.REFUSED, "too-large");
            telemetry.count(Metric.REFUSED, "signature");
            return null;
        });
        assertEquals(List.of("signature", "too-large"), lines().stream().map(line -> line.get("reason")).toList());
        assertEquals(2L, lines().getFirst().get("refused"));
        var aws = (Map<?, ?>) lines().getFirst().get("_aws");
        assertEquals(List.of(List.of(), List.of("reason")),
                ((Map<?, ?>) ((List<?>) aws.get("CloudWatchMetrics")).getFirst()).get("Dimensions"));
    }

    @Test
    void figures_go_out_also_when_the_invocation_throws() {
        assertThrows(IllegalStateException.class, () -> telemetry.during(new Telemetry.Invocation("r", null), () -> {
            telemetry.count(Metric.FAULTS);
            throw new IllegalStateException();
        }));
        assertEquals(1, lines().size());
    }

    @Test
    void more_than_a_hundred_values_go_out_in_several_documents() {
        telemetry.during(new Telemetry.Invocation("r", null), () -> {
            IntStream.range(0, 250).forEach(i -> telemetry.measure(Metric.AGE_AT_STAGE, "scoring", Duration.ofMillis(i)));
            return null;
        });
        assertEquals(List.of(100, 100, 50), lines().stream().map(line -> ((List<?>) line.get("ageAtStage")).size()).toList());
    }

    @Test
    void a_forgotten_dimension_stops_no_work() {
        telemetry.count(Metric.REFUSED);
        telemetry.count(Metric.UNDELIVERED, "x");
        assertEquals("unknown", lines().getFirst().get("reason"));
        assertEquals(1L, lines().getLast().get("undelivered"));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> lines() {
        return text().lines().map(Json::readOwn).toList();
    }
}
