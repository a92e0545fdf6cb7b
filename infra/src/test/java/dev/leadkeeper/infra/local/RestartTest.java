package dev.leadkeeper.infra.local;

import static dev.leadkeeper.infra.local.FixtureCloud.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

class RestartTest {
    @Test
    void tables_queues_files_parameters_and_notices_are_there_again_after_a_restart(@TempDir Path data) throws Exception {
        Options options = FixtureCloud.options().withData(data);
        try (FixtureCloud before = FixtureCloud.start(options); SqsClient sqs = before.cloud.endpoints().sqsClient();
                S3Client s3 = before.cloud.endpoints().s3Client(); SsmClient ssm = before.cloud.endpoints().ssmClient()) {
            before.send("POST", "/work/PATIENT", "{\"id\":\"kept\"}", "Content-Type", "application/json");
            eventually("the message is seen", () -> before.seen("kept") == 1);
            String unread = sqs.getQueueUrl(get -> get.queueName("leadkeeper-BrokenDeadLetterQueue")).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(unread).messageBody("still here"));
            s3.putObject(put -> put.bucket("leadkeeper-files-000000000000").key("out/kept"), RequestBody.fromString("file"));
            ssm.putParameter(put -> put.name("/kept").value("secret").type("String"));
            before.send("POST", "/local/outbox", "{\"lead\":\"kept\"}");
        }
        try (FixtureCloud after = FixtureCloud.start(options); SqsClient sqs = after.cloud.endpoints().sqsClient();
                S3Client s3 = after.cloud.endpoints().s3Client(); SsmClient ssm = after.cloud.endpoints().ssmClient()) {
            assertEquals(1, after.seen("kept"));
            String unread = sqs.getQueueUrl(get -> get.queueName("leadkeeper-BrokenDeadLetterQueue")).queueUrl();
            assertEquals("still here", sqs.receiveMessage(receive -> receive.queueUrl(unread)).messages().getFirst().body());
            assertEquals("file", s3.getObjectAsBytes(get -> get.bucket("leadkeeper-files-000000000000").key("out/kept")).asUtf8String());
            assertEquals("secret", ssm.getParameter(get -> get.name("/kept")).parameter().value());
            assertEquals(1, after.cloud.outbox().items().size());
        }
    }
}
