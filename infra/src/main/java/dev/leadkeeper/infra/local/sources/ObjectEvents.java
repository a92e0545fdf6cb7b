package dev.leadkeeper.infra.local.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.emulators.ObjectListener;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Notifies queues and functions of what happens in buckets, as S3 does: asynchronously, at least once, with encoded keys. */
public final class ObjectEvents implements ObjectListener, AutoCloseable {
    /** Lambda tries an asynchronous invocation three times. */
    private static final int ATTEMPTS = 3;

    private final List<Template.Bucket> buckets;
    private final Invoker functions;
    private final SqsClient sqs;
    private final InstantSource clock;
    private final String region;
    private final boolean doubles;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger pending = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param doubles whether every second notification is sent twice: S3 promises at least once */
    public ObjectEvents(List<Template.Bucket> buckets, Invoker functions, SqsClient sqs, InstantSource clock, String region,
            boolean doubles) {
        this.buckets = buckets;
        this.functions = functions;
        this.sqs = sqs;
        this.clock = clock;
        this.region = region;
        this.doubles = doubles;
    }

    /** Notifications that are on their way. */
    public int pending() {
        return pending.get();
    }

    @Override
    public void changed(Change change) {
        buckets.stream().filter(bucket -> bucket.name().equals(change.bucket())).flatMap(bucket -> bucket.notifications().stream())
                .filter(notification -> wants(notification, change))
                .forEach(notification -> {
                    pending.incrementAndGet();
                    threads.submit(() -> {
                        try {
                            long number = sequence.incrementAndGet();
                            byte[] event = Json.bytes(event(change, number));
                            send(notification.targetArn(), event);
                            if (doubles && number % 2 == 0) {
                                send(notification.targetArn(), event);
                            }
                        } finally {
                            pending.decrementAndGet();
                        }
                        return null;
                    });
                });
    }

    private static boolean wants(Template.Notification notification, Change change) {
        return change.key().startsWith(notification.prefix()) && change.key().endsWith(notification.suffix())
                && notification.events().stream().map(event -> event.substring("s3:".length())).anyMatch(event ->
                        event.endsWith("*") ? change.event().startsWith(event.substring(0, event.length() - 1)) : event.equals(change.event()));
    }

    private void send(String targetArn, byte[] event) throws InterruptedException {
        String name = targetArn.substring(targetArn.lastIndexOf(':') + 1);
        if (targetArn.split(":")[2].equals("sqs")) {
            String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(url).messageBody(new String(event, StandardCharsets.UTF_8)));
            return;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (functions.invoke(name, event) instanceof Invoker.Outcome.Returned) {
                return;
            }
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
    private ObjectNode event(Change change, long number) {
        ObjectNode event = Json.object();
        ObjectNode item = event.putArray("Records").addObject();
        item.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", region)
                .put("eventTime", clock.instant().toString()).put("eventName", change.event());
        item.putObject("userIdentity").put("principalId", "local");
        item.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        item.putObject("responseElements");
        ObjectNode s3 = item.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        s3.putObject("bucket").put("name", change.bucket()).put("arn", "arn:aws:s3:::" + change.bucket())
                .putObject("ownerIdentity").put("principalId", "local");
        ObjectNode object = s3.putObject("object").put("key", URLEncoder.encode(change.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        if (change.event().startsWith("ObjectCreated")) {
            object.put("size", change.size()).put("eTag", change.eTag().replace("\"", ""));
        }
        object.put("sequencer", "%016X".formatted(number));
        return event;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
