package dev.leadkeeper.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a log line may tell, and nothing else. None of these is a name, a number to call or a text that somebody wrote. */
public enum Field {
    LEAD, TRACE, FORM, STAFF, BY, NOTICE, CUSTOMER, POOL, RULE, VERSION, STRATEGY, REASON, STAGE, CHANNEL, OUTCOME, ACTION, STATE,
    MESSAGE, QUEUE, ROUTE, STATUS, COUNT, ATTEMPT, STEP, MILLIS, SINCE, FAULT, AT, ACTIVITY, FILE;

    // Ids and codes of our own. Five digits on end at most, so that no number to call passes for an id.
    private static final Pattern CODE = Pattern.compile("(?!.*[0-9]{6})[\\p{L}0-9_.:/#{} -]{1,100}");
    // Ids of leads, notices and requests: random or hashed, so that digits may stand together by chance.
    private static final Pattern ID = Pattern.compile("[a-z2-7]{26}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|1-[0-9a-f]{8}-[0-9a-f]{24}");
    /** Stands where a value did not look like what may be told. */
    public static final String WITHHELD = "withheld";

    /** One field of a line. */
    public record Value(Field field, Object value) {}

    /** The field's name in a line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An id or a code; what looks like neither is {@link #WITHHELD}. {@code null} is left out of the line. */
    public Value is(String code) {
        return new Value(this, code == null ? null : told(code));
    }

    /** A figure. */
    public Value is(long figure) {
        return new Value(this, figure);
    }

    /** A length of time, told in milliseconds. */
    public Value is(Duration length) {
        return new Value(this, length.toMillis());
    }

    /** A point in time. */
    public Value is(Instant time) {
        return new Value(this, time);
    }

    /** The code itself if it may be told. */
    static String told(String code) {
        return ID.matcher(code).matches() || CODE.matcher(code).matches() ? code : WITHHELD;
    }
}
