package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.NoticeCodec;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.time.Instant;

/** Hands notices to those who deliver them. */
public final class Announcements {
    /** Two messages of one notice at the same moment would both find no receipt; an attempt and its function take at most 6 s. */
    static final Duration LATER = Duration.ofSeconds(8);

    /** The {@code way} of a message about whose time nothing is left to decide. */
    public static final String DECIDED = "loud";

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
        send(notice, since, Duration.ZERO);
    }

    /** Sends a notice that was probably sent before, late enough for that one's receipt to be found. */
    public void repeat(Notice notice, Instant since) {
        send(notice, since, LATER);
    }

    /** Sends a notice whose time has come, whatever its recipient prefers. */
    public void decided(Notice notice, Instant since) {
        queue.send(Queue.Channel.NOTICES, Doc.build().put("notice", NoticeCodec.toDoc(notice)).put("way", DECIDED).put("since", since).done());
    }

    private void send(Notice notice, Instant since, Duration delay) {
        queue.send(Queue.Channel.NOTICES, Doc.build().put("notice", NoticeCodec.toDoc(notice)).put("since", since).done(), delay);
    }
}
