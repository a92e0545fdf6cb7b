package dev.leadkeeper.infra.local.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event that a function gets from a queue (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html). */
final class QueueEvent {
    private QueueEvent() {}

    static ObjectNode of(List<Message> messages, String queueArn) {
        ObjectNode event = Json.object();
        ArrayNode records = event.putArray("Records");
        messages.forEach(message -> {
            ObjectNode item = records.addObject();
            item.put("messageId", message.messageId());
            item.put("receiptHandle", message.receiptHandle());
            item.put("body", message.body());
            item.set("attributes", Json.of(message.attributesAsStrings()));
            ObjectNode attributes = item.putObject("messageAttributes");
            message.messageAttributes().forEach((name, value) -> {
                ObjectNode attribute = attributes.putObject(name);
                if (value.stringValue() != null) {
                    attribute.put("stringValue", value.stringValue());
                }
                if (value.binaryValue() != null) {
                    attribute.put("binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
                }
                attribute.putArray("stringListValues");
                attribute.putArray("binaryListValues");
                attribute.put("dataType", value.dataType());
            });
            item.put("md5OfBody", message.md5OfBody());
            item.put("eventSource", "aws:sqs");
            item.put("eventSourceARN", queueArn);
            item.put("awsRegion", queueArn.split(":")[3]);
        });
        return event;
    }
}
