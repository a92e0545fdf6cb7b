package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An event source mapping: receives, invokes, deletes what succeeded. What failed comes back when the queue's
 * visibility timeout is over, and goes to its dead-letter queue by the queue's own redrive policy.
 */
public final class QueuePoller implements AutoCloseable {
    /** SQS hands out at most ten messages at a time. */
    private static final int MAX_RECEIVE = 10;
    /** A message ends the wait at once; SQS would allow 20 s, but ElasticMQ does not stop before the last wait is over. */
    private static final int LONG_POLL_SECONDS = 2;
    /**
     * Invocations of one queue at a time, whatever more the mapping allows. On Lambda each has processors of its own; here
     * all share the machine's with the emulators, and many at once would only make each other time out.
     */
    private static final int MOST_CONCURRENT = Math.max(2, 2 * Runtime.getRuntime().availableProcessors());
    /** The longest that SQS lets a message be invisible. */
    private static final long LONGEST_INVISIBLE_SECONDS = Duration.ofHours(12).toSeconds();
    /** After the emulator refused a call, so that a broken queue does not fill the log. */
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(200);

    private static final System.Logger LOG = System.getLogger("leadkeeper.local");

    private final Template.QueueSource source;
    private final String queueUrl;
    private final Duration visibility;
    private final String function;
    private final SqsClient sqs;
    private final Invoker functions;
    private final VirtualClock clock;
    private final Semaphore places;
    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /** @param visibility how long, by the local cloud's time, a message is away that somebody took and did not finish */
    public QueuePoller(Template.QueueSource source, String queueUrl, Duration visibility, String function, SqsClient sqs, Invoker functions,
            VirtualClock clock) {
        this.source = source;
        this.queueUrl = queueUrl;
        this.visibility = visibility;
        this.function = function;
        this.sqs = sqs;
        this.functions = functions;
        this.clock = clock;
        this.places = new Semaphore(source.maxConcurrency() > 0 ? Math.min(source.maxConcurrency(), MOST_CONCURRENT) : MOST_CONCURRENT);
    }

    public QueuePoller start() {
        threads.submit(() -> {
            while (!closed) {
                try {
                    places.acquire();
                    List<Message> batch = receive();
                    if (batch.isEmpty()) {
                        places.release();
                    } else {
                        taken.incrementAndGet();
                        threads.submit(() -> handle(batch));
                    }
                } catch (SdkException e) {
                    places.release();
                    if (!closed) {
                        LOG.log(System.Logger.Level.WARNING, "receiving from " + queueUrl + " failed: " + e.getMessage());
                        Thread.sleep(PAUSE_AFTER_ERROR);
                    }
                }
            }
            return null;
        });
        return this;
    }

    /** Batches that were received and are not finished. */
    public int taken() {
        return taken.get();
    }

    /** Gathers a batch: at once what is there, and within the window until it is full. */
    private List<Message> receive() {
        List<Message> batch = new ArrayList<>(receive(Math.min(MAX_RECEIVE, source.batchSize()), clock.speed() == 1 ? LONG_POLL_SECONDS : 1));
        long end = System.nanoTime() + source.window().toNanos();
        while (!batch.isEmpty() && batch.size() < source.batchSize() && System.nanoTime() < end && !closed) {
            batch.addAll(receive(Math.min(MAX_RECEIVE, source.batchSize() - batch.size()), 1));
        }
        return batch;
    }

    private List<Message> receive(int max, int waitSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(max).waitTimeSeconds(waitSeconds)
                .visibilityTimeout(invisible())
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL).messageAttributeNames("All")).messages();
    }

    /**
     * The queue's own, except at high speed: between receipt and invocation time runs on, and the message must not come back meanwhile.
     *
     * @return seconds, {@code null} for the queue's own
     */
    private Integer invisible() {
        int speed = clock.speed();
        return speed == 1 ? null : (int) Math.min(LONGEST_INVISIBLE_SECONDS, visibility.toSeconds() * speed);
    }

    private Void handle(List<Message> batch) throws InterruptedException {
        try {
            Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
            Set<String> failed = switch (functions.invoke(function, Json.bytes(QueueEvent.of(batch, source.queueArn())))) {
                case Invoker.Outcome.Returned(byte[] payload) when source.reportsItemFailures() -> BatchResponse.failures(payload, ids);
                case Invoker.Outcome.Returned _ -> Set.of();
                case Invoker.Outcome.Failed _ -> ids;
            };
            delete(batch.stream().filter(message -> !failed.contains(message.messageId())).toList());
            if (clock.speed() != 1) {
                comeBack(batch.stream().filter(message -> failed.contains(message.messageId())).toList());
            }
        } catch (SdkException e) {
            if (!closed) {
                LOG.log(System.Logger.Level.WARNING, "settling messages of " + queueUrl + " failed: " + e.getMessage());
            }
        } finally {
            taken.decrementAndGet();
            places.release();
        }
        return null;
    }

    private void delete(List<Message> done) {
        for (int from = 0; from < done.size(); from += MAX_RECEIVE) {
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
            for (Message message : done.subList(from, Math.min(done.size(), from + MAX_RECEIVE))) {
                entries.add(DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(entries.size())).receiptHandle(message.receiptHandle()).build());
            }
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        }
    }

    /** What failed is away for as long as its queue says, counted from here, whatever it was received with. */
    private void comeBack(List<Message> failed) {
        failed.forEach(message -> sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl).receiptHandle(message.receiptHandle())
                .visibilityTimeout((int) visibility.toSeconds())));
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
