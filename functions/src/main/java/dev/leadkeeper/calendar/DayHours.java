package dev.leadkeeper.calendar;

import java.util.List;

/** The working hours of one day, in nanoseconds from its midnight by the clock on the wall. */
final class DayHours {
    private static final long SECOND = 1_000_000_000L;
    /** Nobody works. */
    static final DayHours NONE = new DayHours(List.of());
    /** Every hour counts. */
    static final DayHours ALL = new DayHours(List.of(Span.ALL_DAY));

    private final List<Span> spans;
    private final long total;

    /** @param spans in their order, none over another */
    DayHours(List<Span> spans) {
        this.spans = spans;
        this.total = spans.stream().mapToLong(span -> length(span)).sum();
    }

    List<Span> spans() {
        return spans;
    }

    /** Work of the whole day. */
    long total() {
        return total;
    }

    /** Work before a time of the day. */
    long before(long time) {
        long sum = 0;
        for (var span : spans) {
            sum += Math.clamp(time - span.from() * SECOND, 0, length(span));
        }
        return sum;
    }

    /** The earliest time of the day before which so much is worked: more than nothing, at most {@link #total()}. */
    long when(long work) {
        long left = work;
        for (var span : spans) {
            if (left <= length(span)) {
                return span.from() * SECOND + left;
            }
            left -= length(span);
        }
        throw new IllegalArgumentException("the day has less work than " + work + " ns");
    }

    /** Whether a time of the day is within the hours. */
    boolean holds(long time) {
        return spans.stream().anyMatch(span -> span.from() * SECOND <= time && time < span.to() * SECOND);
    }

    private static long length(Span span) {
        return (span.to() - span.from()) * SECOND;
    }
}
