package dev.leadkeeper.infra.local.template;

import dev.leadkeeper.infra.local.template.Template.Queue;
import dev.leadkeeper.infra.local.template.Template.Redrive;
import java.time.Duration;

/** Reads an {@code AWS::SQS::Queue}; defaults are those of SQS. */
final class QueueReader {
    private QueueReader() {}

    static Queue read(String id, ResourceNames names, Properties properties) {
        properties.text("QueueName");
        Queue queue = new Queue(id, names.name(id), names.arn(id),
                Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
                Duration.ofSeconds(properties.number("DelaySeconds", 0)),
                Duration.ofSeconds(properties.number("ReceiveMessageWaitTimeSeconds", 0)),
                properties.child("RedrivePolicy").map(policy ->
                        new Redrive(policy.required("deadLetterTargetArn"), policy.number("maxReceiveCount", 10))));
        properties.done();
        return queue;
    }
}
