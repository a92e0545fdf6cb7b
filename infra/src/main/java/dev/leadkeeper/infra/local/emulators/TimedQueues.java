package dev.leadkeeper.infra.local.emulators;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NewMessageData;
import org.elasticmq.QueueData;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.util.Either;
import scala.util.Right;

/**
 * ElasticMQ's queues by another clock. It takes {@link Now} for what is received and given back, but asks the machine when it dates a new
 * message and when it counts; so this stands in front of its queues, and one of {@link Dated} in front of each, and says the time there as well.
 */
final class TimedQueues extends AbstractActor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorRef queues;
    private final InstantSource clock;
    private final ActorSystem system = getContext().getSystem();
    private final Map<ActorRef, CompletionStage<ActorRef>> dated = new ConcurrentHashMap<>();

    /** @param queues ElasticMQ's */
    TimedQueues(ActorRef queues, InstantSource clock) {
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, lookup -> answer(Patterns.ask(queues, lookup, PATIENCE).thenCompose(found -> found instanceof Option<?> option
                        && option.isDefined() ? dated((ActorRef) option.get()).<Object>thenApply(Option::apply) : completed(found))))
                .match(CreateQueue.class, create -> answer(Patterns.ask(queues, create, PATIENCE).thenCompose(made -> made instanceof Either<?, ?> either
                        && either.isRight() ? dated((ActorRef) ((Right<?, ?>) either).value()).<Object>thenApply(Right::new) : completed(made))))
                .matchAny(other -> queues.forward(other, getContext()))
                .build();
    }

    private void answer(CompletionStage<Object> answer) {
        Patterns.pipe(answer, getContext().dispatcher()).to(getSender(), getSelf());
    }

    private static CompletionStage<Object> completed(Object answer) {
        return CompletableFuture.completedStage(answer);
    }

    /** What stands in front of a queue, made when somebody first asks for it. */
    private CompletionStage<ActorRef> dated(ActorRef queue) {
        return dated.computeIfAbsent(queue, _ -> Patterns.ask(queue, new GetQueueData(), PATIENCE).thenApply(data -> system.actorOf(
                Props.create(Dated.class, () -> new Dated(queue, ((QueueData) data).delay().toMillis(), clock)))));
    }

    /** Stands in front of one queue. */
    static final class Dated extends AbstractActor {
        private final ActorRef queue;
        private final long delayMillis;
        private final InstantSource clock;

        Dated(ActorRef queue, long delayMillis, InstantSource clock) {
            this.queue = queue;
            this.delayMillis = delayMillis;
            this.clock = clock;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(SendMessage.class, send -> queue.forward(new SendMessage(dated(send.message())), getContext()))
                    .match(GetQueueStatistics.class, _ -> queue.forward(new GetQueueStatistics(clock.millis()), getContext()))
                    .matchAny(other -> queue.forward(other, getContext()))
                    .build();
        }

        private NewMessageData dated(NewMessageData message) {
            return new NewMessageData(message.id(), message.content(), message.messageAttributes(),
                    message.nextDelivery().toMillis(clock.millis(), delayMillis), message.messageGroupId(), message.messageDeduplicationId(),
                    message.orderIndex(), message.tracingId(), message.sequenceNumber(), message.deadLetterSourceQueueName());
        }
    }

    /** What ElasticMQ takes for now. */
    static final class Now extends NowProvider {
        private final InstantSource clock;

        Now(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public long nowMillis() {
            return clock.millis();
        }

        @Override
        public OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }
    }
}
