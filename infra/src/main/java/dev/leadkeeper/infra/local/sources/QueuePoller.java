package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    /** What is under way may end when the cloud closes: a wait for messages, and an invocation of a function with 6 s. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    /**
     * Invocations of one queue at a time, whatever more the mapping allows. On Lambda each has processors of its own; here
     * all share the machine's with the emulators: more at once would only make each other time out, and take the messages
     * one by one that otherwise gather to a batch meanwhile.
     */
    private static final int MOST_CONCURRENT = Math.max(2, Runtime.getRuntime().availableProcessors());
    /** After the emulator refused a call, so that a broken queue does not fill the log. */
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(200);

    private static final System.Logger LOG = System.getLogger("leadkeeper.local");

    private final Template.QueueSource source;
    private final String queueUrl;
    private final String function;
    private final SqsClient sqs;
    private final Invoker functions;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch receiving = new CountDownLatch(1);
    private volatile boolean closed;

    public QueuePoller(Template.QueueSource source, String queueUrl, String function, SqsClient sqs, Invoker functions) {
        this.source = source;
        this.queueUrl = queueUrl;
        this.function = function;
        this.sqs = sqs;
        this.functions = functions;
        this.places = new Semaphore(source.maxConcurrency() > 0 ? Math.min(source.maxConcurrency(), MOST_CONCURRENT) : MOST_CONCURRENT);
    }

    public QueuePoller start() {
        threads.submit(() -> {
            try {
                receiveAll();
            } finally {
                receiving.countDown();
            }
            return null;
        });
        return this;
    }

    private void receiveAll() throws InterruptedException {
        while (!closed) {
            places.acquire();
            try {
                List<Message> batch = receive();
                if (batch.isEmpty()) {
                    places.release();
                } else {
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
    }

    /** Gathers a batch: at once what is there, and within the window until it is full. */
    private List<Message> receive() {
        List<Message> batch = new ArrayList<>(receive(Math.min(MAX_RECEIVE, source.batchSize()), LONG_POLL_SECONDS));
        long end = System.nanoTime() + source.window().toNanos();
        while (!batch.isEmpty() && batch.size() < source.batchSize() && System.nanoTime() < end && !closed) {
            batch.addAll(receive(Math.min(MAX_RECEIVE, source.batchSize() - batch.size()), 1));
        }
        return batch;
    }

    private List<Message> receive(int max, int waitSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(max).waitTimeSeconds(waitSeconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL).messageAttributeNames("All")).messages();
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
        } catch (SdkException e) {
            if (!closed) {
                LOG.log(System.Logger.Level.WARNING, "deleting from " + queueUrl + " failed: " + e.getMessage());
            }
        } finally {
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

    /** Begins nothing more. For all pollers before the first is closed, so that their last waits pass at the same time. */
    public void stop() {
        closed = true;
    }

    /** Waits for what is under way: a wait that is cut off makes the emulator complain. */
    @Override
    public void close() throws InterruptedException {
        stop();
        long end = System.nanoTime() + GRACE.toNanos();
        if (receiving.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdown();
            threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        threads.shutdownNow();
    }
}
