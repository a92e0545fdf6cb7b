package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file that was declared as evidence of an activity, and what became of it. Components may be {@code null} where it
 * says so.
 *
 * @param id     {@code f1}, {@code f2} … within the activity
 * @param name   as the rep's machine calls it; personal, never on the timeline
 * @param type   declared media type, such as {@code application/pdf}
 * @param bytes  declared size
 * @param sha256 declared hash of the content, 64 hexadecimal digits in lower case
 * @param key    where it is to be uploaded in the quarantine bucket: {@link #key}
 * @param since  when it was declared
 * @param state  how far it is
 * @param mark   which object is or was checked (its version or ETag), {@code null} before
 * @param at     when the state was last changed
 * @param found  what the check found; {@link Found#NOTHING} before a verdict
 */
public record EvidenceFile(String id, String name, String type, long bytes, String sha256, String key, Instant since,
                           State state, String mark, Instant at, Found found) {
    /** How far a file is. {@link #VALID}, {@link #REJECTED} and {@link #EXPIRED} are final. */
    public enum State {
        /** Declared, not uploaded yet. */
        AWAITED,
        /** Uploaded and being checked. */
        CHECKING,
        /** Checked and kept in the vault. */
        VALID,
        /** Checked and refused; {@link Found#reasons()} say why. */
        REJECTED,
        /** Never uploaded within the time that the rulebook gives. */
        EXPIRED;

        /** The word in the API and in storage. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such state */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether nothing follows. */
        public boolean isFinal() {
            return switch (this) {
                case AWAITED, CHECKING -> false;
                case VALID, REJECTED, EXPIRED -> true;
            };
        }
    }

    /**
     * What the check found.
     *
     * @param kind    what it really is, such as {@code pdf} or {@code presentation}; {@code null} if it was not recognised
     * @param reasons words of why it was refused, in order of weight; empty for a valid one
     * @param flags   words of what a supervisor should look at, such as {@code duplicate}
     * @param hints   what the file says of itself, such as times of creation; text, numbers, lists
     * @param vault   where it lies in the vault, {@code null} unless valid
     */
    public record Found(String kind, List<String> reasons, List<String> flags, Map<String, Object> hints, String vault) {
        public static final Found NOTHING = new Found(null, List.of(), List.of(), Map.of(), null);

        public Found {
            reasons = List.copyOf(reasons);
            flags = List.copyOf(flags);
            hints = Map.copyOf(hints);
        }
    }

    /** {@link Found#flags}: the same bytes were used elsewhere before. A supervisor looks at it; it counts until they reject it. */
    public static final String DUPLICATE = "duplicate";
    /** {@link Found#flags}: made before what it should answer. It is kept and proves nothing. */
    public static final String TOO_OLD = "older-than-requirement";

    /** Whether it proves anything. */
    public boolean counts() {
        return state == State.VALID && !found.flags().contains(TOO_OLD);
    }

    /** A file as it is declared. */
    public static EvidenceFile declared(String lead, String activity, String id, String name, String type, long bytes,
                                        String sha256, Instant at) {
        return new EvidenceFile(id, name, type, bytes, sha256, key(lead, activity, id), at, State.AWAITED, null, at,
                Found.NOTHING);
    }

    /** The key in the quarantine bucket, which names whose it is so that its arrival needs no look-up. */
    public static String key(String lead, String activity, String file) {
        return "evidence/" + lead + "/" + activity + "/" + file;
    }

    /** The same, being checked as the object with this mark. */
    public EvidenceFile checking(String object, Instant now) {
        return new EvidenceFile(id, name, type, bytes, sha256, key, since, State.CHECKING, object, now, found);
    }

    /** The same with its verdict. */
    public EvidenceFile judged(State verdict, Found because, Instant now) {
        if (!verdict.isFinal()) {
            throw new IllegalArgumentException(verdict.word() + " is no verdict");
        }
        return new EvidenceFile(id, name, type, bytes, sha256, key, since, verdict, mark, now, because);
    }
}
