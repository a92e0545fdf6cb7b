package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function that reads a queue. Messages are handled one after the other; one that throws, whatever it throws, is
 * answered as failed, comes back, and in the end lies in the dead-letter queue, while the others are done.
 */
public abstract class BatchHandler extends LambdaHandler {
    // Less than this and a message would be cut off half-way, and with it the answer about those that were done.
    private static final int LEAST_MS = 1_000;

    protected BatchHandler(Telemetry telemetry) {
        super(telemetry);
    }

    /**
     * @param id       the message's id
     * @param body     what was sent
     * @param queue    the queue's name as deployed
     * @param received how often it was delivered, this time included
     * @param sentAt   when it was sent, by the queue's clock
     */
    public record Message(String id, Map<String, Object> body, String queue, int received, Instant sentAt) {}

    /** Handles one message. Returns when it is done for good; throws if it must come back. */
    protected abstract void handle(Message message);

    /** How much of the function's time must be left to begin a message that is not the first of its batch, in ms. */
    protected int leastMillis() {
        return LEAST_MS;
    }

    /**
     * Sends a message that was not begun for lack of time on its way again, where it should not wait for the queue to bring it back.
     *
     * @return whether it was sent; otherwise it comes back after the queue's visibility time-out
     */
    protected boolean putOff(Message message) {
        return false;
    }

    /** Before the messages of a batch, once: the place to read consistently what all of them need. */
    protected void begin() {}

    /** The items at which handling this message will glance, as far as the message tells. */
    protected List<Key> glances(Message message) {
        return List.of();
    }

    /** After {@link #begin}, once: the place to read at one go what the messages will glance at. @param glances of all of them */
    protected void lookAhead(List<Key> glances) {}

    /** A message of the batch, or why it cannot be read. */
    private record Arrived(String id, Message message, List<Key> glances, RuntimeException fault) {
        Message read() {
            if (fault != null) {
                throw fault;
            }
            return message;
        }
    }

    @Override
    final Map<String, Object> answer(Map<String, Object> event, Context context) {
        begin();
        var arrived = ((List<?>) event.get("Records")).stream().map(each -> arrived((Map<?, ?>) each)).toList();
        lookAhead(arrived.stream().flatMap(each -> each.glances().stream()).toList());
        var failures = new ArrayList<Map<String, Object>>();
        var first = true;
        for (var each : arrived) {
            var least = first ? LEAST_MS : leastMillis(); // the first is always begun: whatever is put off is some batch's first in the end
            first = false;
            if (!succeeds(each, context.getRemainingTimeInMillis() >= least)) {
                failures.add(Map.of("itemIdentifier", each.id()));
            }
        }
        return Map.of("batchItemFailures", failures);
    }

    /** One that cannot be read fails alone, like one that cannot be handled. */
    private Arrived arrived(Map<?, ?> record) {
        var id = (String) record.get("messageId");
        try {
            var message = message(id, record);
            return new Arrived(id, message, glances(message), null);
        } catch (RuntimeException fault) {
            return new Arrived(id, null, List.of(), fault);
        }
    }

    private boolean succeeds(Arrived arrived, boolean inTime) {
        try {
            if (inTime) {
                handle(arrived.read());
                return true;
            }
            var sent = putOff(arrived.read());
            telemetry().log(Telemetry.Level.WARN, sent ? "put-off" : "no-time-left", Field.MESSAGE.is(arrived.id()));
            return sent;
        } catch (RuntimeException fault) {
            telemetry().count(Metric.FAULTS);
            telemetry().fault("message-failed", fault, Field.MESSAGE.is(arrived.id()));
            return false;
        }
    }

    private static Message message(String id, Map<?, ?> record) {
        var attributes = (Map<?, ?>) record.get("attributes");
        var arn = (String) record.get("eventSourceARN");
        return new Message(id, Json.readOwn((String) record.get("body")), arn.substring(arn.lastIndexOf(':') + 1),
                Integer.parseInt((String) attributes.get("ApproximateReceiveCount")),
                Instant.ofEpochMilli(Long.parseLong((String) attributes.get("SentTimestamp"))));
    }
}
