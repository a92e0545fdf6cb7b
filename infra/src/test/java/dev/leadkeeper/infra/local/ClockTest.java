package dev.leadkeeper.infra.local;

import static dev.leadkeeper.infra.local.FixtureCloud.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One fixture cloud is driven through time, test by test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockTest {
    private static FixtureCloud cloud;

    @BeforeAll
    static void on_a_monday_morning() throws Exception {
        cloud = FixtureCloud.start(FixtureCloud.options().withSchedules(true).withClockAt(Instant.parse("2026-03-02T00:30:00Z")));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static JsonNode move(String body) throws Exception {
        var answer = cloud.send("POST", "/local/clock", body);
        assertEquals(200, answer.statusCode(), answer.body());
        return cloud.json(answer);
    }

    private static Instant now() throws Exception {
        return Instant.parse(cloud.json(cloud.send("GET", "/local/clock", null)).path("now").asText());
    }

    /** What a function takes for now. */
    private static Instant nowOfTheFunctions() throws Exception {
        return Instant.parse(cloud.json(cloud.send("GET", "/mine", null, "Authorization", "Bearer local:li-wei")).path("now").asText());
    }

    private static void enqueue(String body, int delaySeconds) {
        try (SqsClient sqs = cloud.cloud.endpoints().sqsClient()) {
            String url = sqs.getQueueUrl(get -> get.queueName("leadkeeper-PatientQueue")).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).delaySeconds(delaySeconds));
        }
    }

    @Test
    @Order(1)
    void in_a_day_that_is_leapt_over_every_hour_and_the_morning_fire_and_what_failed_is_parked() throws Exception {
        JsonNode day = move("{\"advance\":\"P1D\"}");
        assertEquals(24, cloud.seen("hourly"));
        assertEquals(24, day.path("fired").path("WorkFunctionHourly").asInt(), day.toString());
        assertTrue(day.path("merged").isEmpty());
        try (SqsClient sqs = cloud.cloud.endpoints().sqsClient()) {
            String parked = sqs.getQueueUrl(get -> get.queueName("leadkeeper-BrokenDeadLetterQueue")).queueUrl();
            assertTrue(sqs.receiveMessage(receive -> receive.queueUrl(parked)).messages().getFirst().body().contains("2026-03-02T01:00:00Z"));
        }
    }

    @Test
    @Order(2)
    void all_functions_have_the_time_of_the_cloud_and_tokens_stay_valid_in_it() throws Exception {
        move("{\"advance\":\"P90D\"}");
        Instant before = now();
        Instant inside = nowOfTheFunctions();
        assertTrue(!inside.isBefore(before) && !inside.isAfter(now()), inside + " is not after " + before);
        assertTrue(before.isAfter(Instant.parse("2026-06-01T00:30:00Z")));
    }

    @Test
    @Order(3)
    void a_functions_process_that_was_replaced_has_the_time_of_the_cloud() throws Exception {
        cloud.cloud.functions().crash();
        eventually("another process answers", () -> {
            try {
                return cloud.send("GET", "/mine", null, "Authorization", "Bearer local:li-wei").statusCode() == 200;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(Duration.between(nowOfTheFunctions(), now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    @Order(4)
    void a_message_is_delayed_by_the_time_of_the_cloud() throws Exception {
        enqueue("{\"id\":\"delayed\"}", 900);
        move("{\"advance\":\"PT14M\"}");
        assertEquals(0, cloud.seen("delayed"));
        move("{\"advance\":\"PT2M\"}");
        eventually("its time has come", () -> cloud.seen("delayed") == 1);
    }

    @Test
    @Order(5)
    void at_high_speed_a_delay_of_a_quarter_of_an_hour_takes_seconds() throws Exception {
        Instant before = now();
        enqueue("{\"id\":\"soon\"}", 900);
        move("{\"speed\":3600}");
        eventually("within less time than the delay", () -> cloud.seen("soon") == 1);
        assertTrue(Duration.between(before, now()).compareTo(Duration.ofMinutes(15)) >= 0);
    }

    @Test
    @Order(6)
    void at_high_speed_what_fails_comes_back_after_the_queues_time_and_nothing_is_taken_twice() throws Exception {
        enqueue("{\"id\":\"once\"}", 0);
        enqueue("{\"id\":\"again\",\"then\":\"fail\"}", 0);
        eventually("it was tried often", () -> cloud.seen("again") > 5);
        assertEquals(1, cloud.seen("once"));
        int hours = cloud.seen("hourly");
        eventually("hours go by", () -> cloud.seen("hourly") > hours + 2);
        move("{\"speed\":1}");
        assertEquals(1, cloud.json(cloud.send("GET", "/local/clock", null)).path("speed").asInt());
    }

    @Test
    @Order(7)
    void signatures_of_files_are_checked_by_the_machines_time() {
        try (S3Client s3 = cloud.cloud.endpoints().s3Client()) {
            s3.putObject(put -> put.bucket("leadkeeper-files-000000000000").key("in/summer"), RequestBody.fromString("x"));
        }
        eventually("the function heard of it", () -> cloud.seen("in/summer") == 1);
    }

    @Test
    @Order(8)
    void what_cannot_be_meant_is_refused_in_words_and_moves_nothing() throws Exception {
        Instant before = now();
        for (String body : List.of("{}", "[]", "no json", "{\"speed\":0}", "{\"speed\":\"fast\"}", "{\"speed\":1.5}", "{\"advance\":\"4 hours\"}",
                "{\"advance\":\"-PT1H\"}", "{\"advance\":\"P20000D\"}", "{\"now\":\"2020-01-01T00:00:00Z\"}", "{\"now\":\"tomorrow\"}",
                "{\"advance\":\"PT1H\",\"speed\":2}", "{\"later\":1}")) {
            var answer = cloud.send("POST", "/local/clock", body);
            assertEquals(400, answer.statusCode(), body);
            assertTrue(cloud.json(answer).path("message").asText().length() > 10, answer.body());
        }
        assertTrue(Duration.between(before, now()).compareTo(Duration.ofHours(1)) < 0);
    }
}
