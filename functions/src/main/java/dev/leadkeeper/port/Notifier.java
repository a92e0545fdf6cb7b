package dev.leadkeeper.port;

import java.util.List;
import java.util.Map;

/** Delivers one message over one channel, once. Never retries by itself. */
public interface Notifier {
    /** One attempt within 3 seconds. Does not throw for anything that the channel says or fails to say. */
    Outcome attempt(Attempt attempt);

    /**
     * Whether the channel's credential and settings are taken, asked without bothering anybody, within 3 seconds.
     *
     * @param channel the configured channel's settings
     * @return {@link Outcome.Sent} as far as one can know, {@link Outcome.Retry} if nobody answers
     */
    default Outcome probe(Map<String, Object> channel) {
        return new Outcome.Sent("not asked");
    }

    /** Whether an address can be one in this channel's terms; says nothing about whether it exists. */
    default boolean couldReach(Map<String, Object> channel, String address) {
        return true;
    }

    /**
     * @param channel    the configured channel's settings: {@code type}, {@code baseUrl}, names of its secrets …
     * @param addresses  recipients in the channel's own terms (user id, phone, address); empty for a group robot
     * @param title      one line
     * @param text       the message, plain text with line breaks, not yet cut to the channel's limit
     * @param link       where to read more, or {@code null}
     * @param reference  {@code lead}, {@code notice}, {@code recipient}: ids for channels that carry data
     */
    record Attempt(Map<String, Object> channel, List<String> addresses, String title, String text, String link,
                   Map<String, Object> reference) {}

    /** What became of an attempt. What is not understood is never {@link Sent}. */
    sealed interface Outcome {
        /** A word for the receipt, such as {@code errcode 0}; never a URL or a credential. */
        String because();

        /** The channel confirmed it for everybody. */
        record Sent(String because) implements Outcome {}

        /** Confirmed for some; the addresses left must be tried on the next channel. */
        record Partial(String because, List<String> missed) implements Outcome {}

        /** Not now: throttled, busy, timed out. Worth trying on this channel again. */
        record Retry(String because) implements Outcome {}

        /** This channel or address will never work as it is configured: bad key, unknown user, forbidden. */
        record Dead(String because) implements Outcome {}

        /** This message was refused or the answer was not understood; the channel itself may be sound. */
        record Failed(String because) implements Outcome {}
    }
}
