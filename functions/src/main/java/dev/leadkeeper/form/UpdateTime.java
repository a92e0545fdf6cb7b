package dev.leadkeeper.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When the vendor last changed a submission: what puts revisions of one lead in order.
 *
 * @param paths   where it stands in the lead's node; the first that is not empty counts
 * @param format  how it is written
 * @param pattern for {@link Format#PATTERN}: of {@link DateTimeFormatter}
 * @param zone    for times that name no offset
 */
record UpdateTime(List<Path> paths, Format format, DateTimeFormatter pattern, ZoneId zone) {
    /** A time further in the future than this is a broken clock; believing it would shut out every later revision. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final Pattern OFFSET = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    UpdateTime {
        paths = List.copyOf(paths);
    }

    enum Format { ISO, SECONDS, MILLIS, PATTERN }

    /** The time, {@code null} if none is given, it cannot be read, or it cannot be right. */
    Instant of(Object node, Instant receivedAt) {
        for (var path : paths) {
            var text = Texts.of(path.find(node));
            if (text != null) {
                var time = parse(text);
                return time == null || time.isBefore(EARLIEST) || time.isAfter(receivedAt.plus(MOST_AHEAD)) ? null : time;
            }
        }
        return null;
    }

    private Instant parse(String text) {
        try {
            return switch (format) {
                case ISO -> iso(text.replaceFirst(" ", "T").replace(" ", ""));
                case SECONDS -> epoch(text, 3);
                case MILLIS -> epoch(text, 0);
                case PATTERN -> LocalDateTime.parse(text, pattern).atZone(zone).toInstant();
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant iso(String text) {
        var colon = text.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2"); // +0000, which ISO 8601 calls basic
        return OFFSET.matcher(colon).find() ? OffsetDateTime.parse(colon).toInstant() : LocalDateTime.parse(colon).atZone(zone).toInstant();
    }

    private static Instant epoch(String text, int digits) {
        return EPOCH.matcher(text).matches() ? Instant.ofEpochMilli(new BigDecimal(text).movePointRight(digits).longValue()) : null;
    }

    static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA);
    }
}
