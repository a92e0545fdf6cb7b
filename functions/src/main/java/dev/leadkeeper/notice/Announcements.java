package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.NoticeCodec;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.port.Queue;
import java.time.Instant;

/** Hands notices to those who deliver them. */
public final class Announcements {
    private final Queue queue;

    public Announcements(Queue queue) {
        this.queue = queue;
    }

    /**
     * Sends the notice on its way; the same notice again is delivered once.
     *
     * @param since when the cause happened, for the time from post to notice
     */
    public void send(Notice notice, Instant since) {
        queue.send(Queue.Channel.NOTICES, Doc.build().put("notice", NoticeCodec.toDoc(notice)).put("since", since).done());
    }
}
