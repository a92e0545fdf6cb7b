package dev.leadkeeper.infra.local;

import static dev.leadkeeper.infra.local.FixtureCloud.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

@ExtendWith(SharedCloud.class)
class OtherSourcesTest {
    private final FixtureCloud cloud;

    OtherSourcesTest(FixtureCloud cloud) {
        this.cloud = cloud;
    }

    @Test
    void an_upload_notifies_the_function_that_asked_for_its_prefix() {
        try (S3Client s3 = cloud.cloud.endpoints().s3Client()) {
            String bucket = "leadkeeper-files-000000000000";
            s3.putObject(put -> put.bucket(bucket).key("out/no one asked.txt"), RequestBody.fromString("x"));
            s3.putObject(put -> put.bucket(bucket).key("in/proposal 1.pdf"), RequestBody.fromString("x"));
        }
        eventually("the key comes encoded", () -> cloud.seen("in/proposal+1.pdf") == 1);
        eventually("all is settled", cloud::settled);
        assertEquals(0, cloud.seen("out/no+one+asked.txt"));
    }

    @Test
    void a_schedule_fires_when_it_is_told_to_with_its_own_input() throws Exception {
        var answer = cloud.send("POST", "/local/tick/WorkFunction", "");
        assertEquals(200, answer.statusCode());
        assertTrue(cloud.seen("hourly") >= 1);
        assertEquals(404, cloud.send("POST", "/local/tick/EchoFunction", "").statusCode());
        assertEquals(500, cloud.send("POST", "/local/tick/BrokenFunction", "").statusCode());
    }

    @Test
    void items_whose_time_is_over_are_deleted_when_the_clock_is_put_forward() throws Exception {
        try (DynamoDbClient dynamoDb = cloud.cloud.endpoints().dynamoDbClient()) {
            long tomorrow = cloud.cloud.clock().instant().getEpochSecond() + 86_400;
            dynamoDb.putItem(put -> put.tableName("leadkeeper-SeenTable").item(Map.of(
                    "id", AttributeValue.fromS("mortal"), "expires", AttributeValue.fromN(String.valueOf(tomorrow)))));
            cloud.send("POST", "/local/clock", "{\"advance\":\"PT1H\"}");
            assertTrue(cloud.item("mortal").containsKey("id"));
            cloud.send("POST", "/local/clock", "{\"advance\":\"PT24H\"}");
            assertTrue(cloud.item("mortal").isEmpty());
        }
    }

    @Test
    void the_outbox_keeps_what_it_is_given_and_lists_it() throws Exception {
        assertEquals(200, cloud.send("POST", "/local/outbox", "{\"lead\":\"abc\",\"recipient\":\"li-wei\"}").statusCode());
        assertEquals(400, cloud.send("POST", "/local/outbox", "[]").statusCode());
        JsonNode items = cloud.json(cloud.send("GET", "/local/outbox", null)).path("items");
        JsonNode last = items.get(items.size() - 1);
        assertEquals("abc", last.path("lead").asText());
        assertTrue(Instant.parse(last.path("at").asText()).isBefore(cloud.cloud.clock().instant().plusSeconds(1)));
    }

    @Test
    void the_status_shows_queues_and_dead_letters_apart() throws Exception {
        JsonNode status = cloud.status();
        assertTrue(status.path("ready").asBoolean());
        assertEquals(0, status.path("queues").path("leadkeeper-WorkQueue").path("delayed").asInt());
        assertTrue(status.path("deadLetterQueues").has("leadkeeper-BrokenDeadLetterQueue"));
    }

    @Test
    void the_parameter_store_answers_the_sdk() {
        try (SsmClient ssm = cloud.cloud.endpoints().ssmClient()) {
            ssm.putParameter(put -> put.name("/lk/forms/demo").value("secret").type(ParameterType.SECURE_STRING));
            ssm.putParameter(put -> put.name("/lk/forms/demo").value("newer").type(ParameterType.SECURE_STRING).overwrite(true));
            ssm.putParameter(put -> put.name("/lk/other").value("x").type(ParameterType.STRING));
            assertEquals("newer", ssm.getParameter(get -> get.name("/lk/forms/demo").withDecryption(true)).parameter().value());
            assertEquals(1, ssm.getParametersByPath(get -> get.path("/lk").recursive(false)).parameters().size());
            assertEquals(2, ssm.getParametersByPath(get -> get.path("/lk").recursive(true)).parameters().size());
            assertEquals(1, ssm.getParameters(get -> get.names("/lk/other", "/nowhere")).invalidParameters().size());
            ssm.deleteParameter(delete -> delete.name("/lk/other"));
            org.junit.jupiter.api.Assertions.assertThrows(ParameterNotFoundException.class, () -> ssm.getParameter(get -> get.name("/lk/other")));
        }
    }
}
