package dev.leadkeeper.infra.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.functions.Functions;
import dev.leadkeeper.infra.local.sources.ObjectEvents;
import dev.leadkeeper.infra.local.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Says whether all work is done: no message in any queue but the dead-letter ones, no invocation and no notification
 * under way. Queues are read one after the other while messages move between them, so the answer counts only when
 * no invocation began meanwhile.
 */
final class Status {
    /** Messages of one queue. */
    record Depth(int visible, int inFlight, int delayed) {
        int total() {
            return visible + inFlight + delayed;
        }
    }

    private final Template template;
    private final Map<String, String> urls;
    private final Set<String> deadLetterQueues;
    private final SqsClient sqs;
    private final Functions functions;
    private final ObjectEvents objects;
    private final IntSupplier taken;
    private final Map<String, String> environment;

    /**
     * @param taken       batches that somebody has received and not finished
     * @param environment in which the SDK finds the services
     */
    Status(Template template, Map<String, String> urls, SqsClient sqs, Functions functions, ObjectEvents objects, IntSupplier taken,
            Map<String, String> environment) {
        this.template = template;
        this.urls = urls;
        this.sqs = sqs;
        this.functions = functions;
        this.objects = objects;
        this.taken = taken;
        this.environment = environment;
        Set<String> deadLetterArns = template.queues().stream().flatMap(queue -> queue.redrive().stream())
                .map(Template.Redrive::deadLetterArn).collect(Collectors.toSet());
        template.functions().stream().flatMap(function -> function.sources().stream()).forEach(source -> {
            if (source instanceof Template.Schedule schedule) {
                schedule.deadLetterArn().ifPresent(deadLetterArns::add);
            }
        });
        this.deadLetterQueues = template.queues().stream().filter(queue -> deadLetterArns.contains(queue.arn()))
                .map(Template.Queue::name).collect(Collectors.toSet());
    }

    ObjectNode now(boolean ready) {
        long begun = functions.begun();
        boolean quiet = idle();
        Map<String, Depth> depths = new LinkedHashMap<>();
        template.queues().forEach(queue -> depths.put(queue.name(), depth(urls.get(queue.arn()))));
        boolean empty = depths.entrySet().stream().allMatch(each -> deadLetterQueues.contains(each.getKey()) || each.getValue().total() == 0);
        boolean settled = quiet && empty && idle() && functions.begun() == begun;
        ObjectNode status = Json.object().put("ready", ready).put("settled", settled).put("running", functions.running());
        ObjectNode services = status.putObject("services");
        environment.forEach(services::put);
        ObjectNode queues = status.putObject("queues");
        ObjectNode deadLetters = status.putObject("deadLetterQueues");
        depths.forEach((name, depth) -> (deadLetterQueues.contains(name) ? deadLetters : queues).putObject(name)
                .put("visible", depth.visible()).put("inFlight", depth.inFlight()).put("delayed", depth.delayed()));
        return status;
    }

    /** Whether nothing is left to do but to wait for a time: messages that are delayed or failed may still be there. */
    boolean calm() {
        long begun = functions.begun();
        return idle() && template.queues().stream().filter(queue -> !deadLetterQueues.contains(queue.name()))
                .allMatch(queue -> depth(urls.get(queue.arn())).visible() == 0) && idle() && functions.begun() == begun;
    }

    private boolean idle() {
        return functions.running() == 0 && objects.pending() == 0 && taken.getAsInt() == 0;
    }

    private Depth depth(String url) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(List.of(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))).attributes();
        return new Depth(Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)),
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)));
    }
}
