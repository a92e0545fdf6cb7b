package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Tagged;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Queries;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which activities are asked for: those that have all of the tags.
 *
 * @param tags  one or more
 * @param type  {@code null} for any
 * @param staff who recorded it, {@code null} for anybody
 * @param from  the first day of their records, in the organisation's zone
 * @param until the last one
 * @param days  the two as they were asked for, so that a list without them goes on over midnight
 */
record TagQuery(List<String> tags, String type, String staff, LocalDate from, LocalDate until, String days) {
    private static final int MOST_TAGS = 10;
    /** A page goes through each month that it asks for, so their number is bounded. */
    private static final int MOST_MONTHS = 36;
    private static final int USUAL_MONTHS = 12;

    /** Reads {@code tags}, {@code type}, {@code staff}, {@code from} and {@code until}. @param flaws gets what is wrong with them */
    static TagQuery of(Ask ask, Instant now, List<Flaw> flaws) {
        Queries.known(ask, Set.of("tags", "type", "staff", "from", "until", "cursor", "limit"), flaws);
        var tags = ask.parameter("tags").map(text -> List.of(text.split(",")).stream().map(String::strip).distinct().sorted().toList()).orElse(List.of());
        if (tags.isEmpty() || tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > 40)) {
            flaws.add(new Flaw("query.tags", "one to " + MOST_TAGS + " tags, joined by commas", "须为 1 至 " + MOST_TAGS + " 个标签，用逗号分隔"));
        }
        var today = LocalDate.ofInstant(now, Staff.COUNTED_IN);
        var until = day(ask, "until", flaws).orElse(today);
        var from = day(ask, "from", flaws).orElse(YearMonth.from(until).minusMonths(USUAL_MONTHS - 1).atDay(1));
        if (from.isAfter(until) || YearMonth.from(from).plusMonths(MOST_MONTHS - 1).isBefore(YearMonth.from(until))) {
            flaws.add(new Flaw("query.from", "a day before until, within " + MOST_MONTHS + " months", "不得晚于 until，且须在 " + MOST_MONTHS + " 个月以内"));
        }
        return new TagQuery(tags, ask.parameter("type").orElse(null), ask.parameter("staff").orElse(null), from, until,
                ask.parameter("from").orElse("") + "/" + ask.parameter("until").orElse(""));
    }

    private static Optional<LocalDate> day(Ask ask, String name, List<Flaw> flaws) {
        var text = ask.parameter(name);
        try {
            // Years of four digits; others would be dates as well, and none that somebody means.
            return text.filter(each -> each.length() == 10).map(LocalDate::parse).or(() -> {
                text.ifPresent(each -> flaws.add(notADay(name)));
                return Optional.empty();
            });
        } catch (DateTimeException e) {
            flaws.add(notADay(name));
            return Optional.empty();
        }
    }

    private static Flaw notADay(String name) {
        return new Flaw("query." + name, "a day such as 2026-11-22", "应为日期，例如 2026-11-22");
    }

    boolean fits(Activity activity) {
        var day = LocalDate.ofInstant(activity.at(), Staff.COUNTED_IN);
        return activity.tags().containsAll(tags) && (type == null || type.equals(activity.type()))
                && (staff == null || staff.equals(activity.staff())) && !day.isBefore(from) && !day.isAfter(until);
    }

    /** The partition to read: any one of the tags has all that have all of them. */
    String read() {
        return tags.getFirst();
    }

    /** Months that are read, newest first, as numbers that a cursor can hold. */
    int newest() {
        return number(YearMonth.from(until));
    }

    int oldest() {
        return number(YearMonth.from(from));
    }

    /** The month of such a number. */
    static YearMonth month(int number) {
        return YearMonth.of(number / 12, number % 12 + 1);
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** The same for the same question. */
    String fingerprint() {
        return "activities tags=" + tags + " type=" + type + " staff=" + staff + " days=" + days;
    }
}
