package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.wiring.BatchHandler;
import dev.leadkeeper.wiring.LookAhead;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.time.Instant;
import java.util.List;

/** Messages of the queue of notices, each one attempt on one channel. */
public final class NotificationHandler extends BatchHandler {
    private static final String PRIMING = PrimingEvents.message(NoticeMessage.first(new Notice("priming", "priming", "nobody", null,
            new Sentence("", ""), new Sentence("", ""), "priming"), Instant.EPOCH).toDoc());

    /** An attempt takes up to 3 s and its receipt a little more; cut off in between, it would be made again. */
    private static final int LEAST_MS = 5_000;

    private final LookAhead store;
    private final DeliverNotice deliver;
    private final Queue queue;

    /** For Lambda. */
    public NotificationHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), NotificationHandler::new, PRIMING);
    }

    public NotificationHandler(Wiring wiring) {
        super(wiring.telemetry());
        queue = wiring.queue();
        store = new LookAhead(wiring.store());
        deliver = DeliverNotice.over(store, wiring.queue(), wiring.clock(), wiring.notifier(),
                new NoticeTelemetry(wiring.telemetry()), new Links(wiring.setting("PUBLIC_URL"), new CheckInLinks(wiring.secrets())));
    }

    @Override
    protected void begin() {
        store.begin();
    }

    @Override
    protected List<Key> glances(Message message) {
        return DeliverNotice.glances(NoticeMessage.fromDoc(Doc.of(message.body())));
    }

    @Override
    protected void lookAhead(List<Key> glances) {
        store.look(glances);
    }

    @Override
    protected void handle(Message message) {
        deliver.handle(NoticeMessage.fromDoc(Doc.of(message.body())));
    }

    @Override
    protected int leastMillis() {
        return LEAST_MS;
    }

    /** Nobody waits for half a minute because of another's slow channel. */
    @Override
    protected boolean putOff(Message message) {
        queue.send(Queue.Channel.NOTICES, message.body());
        return true;
    }
}
