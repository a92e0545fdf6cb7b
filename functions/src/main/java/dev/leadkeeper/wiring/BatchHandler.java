package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import dev.leadkeeper.json.Json;
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

    @Override
    final Map<String, Object> answer(Map<String, Object> event, Context context) {
        begin();
        var failures = new ArrayList<Map<String, Object>>();
        var first = true;
        for (var each : (List<?>) event.get("Records")) {
            var record = (Map<?, ?>) each;
            var id = (String) record.get("messageId");
            var least = first ? LEAST_MS : leastMillis(); // the first is always begun: whatever is put off is some batch's first in the end
            first = false;
            if (!succeeds(id, record, context.getRemainingTimeInMillis() >= least)) {
                failures.add(Map.of("itemIdentifier", id));
            }
        }
        return Map.of("batchItemFailures", failures);
    }

    private boolean succeeds(String id, Map<?, ?> record, boolean inTime) {
        try {
            if (inTime) {
                handle(message(id, record));
                return true;
            }
            var sent = putOff(message(id, record));
            telemetry().log(Telemetry.Level.WARN, sent ? "put-off" : "no-time-left", Field.MESSAGE.is(id));
            return sent;
        } catch (RuntimeException fault) {
            telemetry().count(Metric.FAULTS);
            telemetry().fault("message-failed", fault, Field.MESSAGE.is(id));
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
