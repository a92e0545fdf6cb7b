package dev.leadkeeper.infra.local;

import static dev.leadkeeper.infra.local.FixtureCloud.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;

@ExtendWith(SharedCloud.class)
class QueueSourceTest {
    private final FixtureCloud cloud;

    QueueSourceTest(FixtureCloud cloud) {
        this.cloud = cloud;
    }

    @Test
    void a_message_goes_from_one_function_through_the_queue_to_another() throws Exception {
        assertEquals("queued", cloud.send("POST", "/work/WORK", "{\"id\":\"first\"}", "Content-Type", "application/json").body());
        eventually("the message is seen", () -> cloud.seen("first") == 1);
        eventually("all is settled", cloud::settled);
        JsonNode item = Json.parse(cloud.item("first").get("record").s().getBytes()).orElseThrow();
        assertEquals("aws:sqs", item.path("eventSource").asText());
        assertEquals("arn:aws:sqs:us-east-1:000000000000:leadkeeper-WorkQueue", item.path("eventSourceARN").asText());
        assertEquals("1", item.path("attributes").path("ApproximateReceiveCount").asText());
        assertTrue(item.path("attributes").path("SentTimestamp").asLong() > 0);
    }

    @Test
    void what_failed_by_report_by_crash_or_by_a_malformed_answer_comes_back_and_is_parked_after_the_last_receive() {
        List<String> failing = List.of("fail", "throw", "garbage");
        failing.forEach(then -> enqueue("leadkeeper-WorkQueue", "{\"id\":\"to-" + then + "\",\"then\":\"" + then + "\"}"));
        eventually("each is in the dead-letter queue", () -> failing.stream().allMatch(then -> parked("to-" + then)));
        failing.forEach(then -> assertTrue(cloud.seen("to-" + then) >= 2, then + " was tried again"));
    }

    @Test
    void the_answer_null_means_success() {
        enqueue("leadkeeper-WorkQueue", "{\"id\":\"content\",\"then\":\"null\"}");
        eventually("it was seen", () -> cloud.seen("content") >= 1);
        eventually("nothing is left", cloud::settled);
        assertEquals(1, cloud.seen("content"));
    }

    @Test
    void work_survives_the_death_of_the_functions_process() throws Exception {
        cloud.cloud.functions().crash();
        enqueue("leadkeeper-PatientQueue", "{\"id\":\"survivor\"}");
        eventually("another process took over", () -> cloud.seen("survivor") >= 1);
    }

    private void enqueue(String queue, String body) {
        try (SqsClient sqs = cloud.cloud.endpoints().sqsClient()) {
            sqs.sendMessage(send -> send.queueUrl(url(sqs, queue)).messageBody(body));
        }
    }

    private boolean parked(String id) {
        try (SqsClient sqs = cloud.cloud.endpoints().sqsClient()) {
            return sqs.receiveMessage(receive -> receive.queueUrl(url(sqs, "leadkeeper-WorkDeadLetterQueue")).maxNumberOfMessages(10).visibilityTimeout(0))
                    .messages().stream().anyMatch(message -> message.body().contains("\"" + id + "\""));
        }
    }

    private static String url(SqsClient sqs, String name) {
        return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }
}
