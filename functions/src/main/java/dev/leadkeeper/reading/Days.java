package dev.leadkeeper.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Days that a text names, counted from the day on which it was said. Weeks begin on Monday: 下周三 and "next Wednesday" are
 * the Wednesday of the week after this one; a bare 周三 is the next one, today included. Days without a year are the
 * next such. A day that is named as past (上周三, yesterday) is read as such, so that nothing else is read into it.
 */
final class Days {
    private static final String NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})";
    private static final String WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天1-7])";
    private static final String ENGLISH_DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    /** Some of them are words as well, so they count behind a word that goes with a day only. */
    private static final String SHORT_DAY = "(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)";
    private static final String ENGLISH_MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final List<Rule> RULES = List.of(
            // A whole date says everything.
            rule("([0-9]{4})[年/.-]([0-9]{1,2})[月/.-]([0-9]{1,2})[日号]?(?![0-9])", (m, day) -> date(number(m, 1), number(m, 2), number(m, 3))),
            rule("(明年|后年)(" + NUMBER + ")月份?(?:(" + NUMBER + ")[日号])?", (m, day) -> date(day.getYear() + (m.group(1).equals("明年") ? 1 : 2),
                    number(m, 2), m.group(3) == null ? 1 : number(m, 3))),
            rule("(下下个?|下个?|这个?|本|当)月(" + NUMBER + ")[日号]", (m, day) -> {
                var month = day.plusMonths(ahead(m.group(1)));
                return date(month.getYear(), month.getMonthValue(), number(m, 2));
            }),
            rule("(" + NUMBER + ")月份?(" + NUMBER + ")[日号]", (m, day) -> next(day, number(m, 1), number(m, 2))),
            rule("(?<![0-9一二两三四五六七八九十])(" + NUMBER + ")月(底|末|初|中)", (m, day) -> next(day, number(m, 1), 1).flatMap(first -> partOf(
                    number(m, 1) == day.getMonthValue() ? day : first, m.group(2)))),
            rule("(?<![0-9一二两三四五六七八九十])(" + NUMBER + ")月份?(?![0-9一二两三四五六七八九十底末初中])", (m, day) -> next(day, number(m, 1), 1)),
            rule("(下下个?|下个?|这个?|本|当)?月(底|末|初|中)", (m, day) -> {
                var said = m.group(1) == null ? day : day.plusMonths(ahead(m.group(1)));
                var at = partOf(said, m.group(2));
                return at.filter(each -> m.group(1) != null || !each.isBefore(day)).or(() -> partOf(day.plusMonths(1), m.group(2)));
            }),
            rule("(?<![0-9一二两三四五六七八九十第])(" + NUMBER + ")号(?![楼线院厂店馆机仓门桌])", (m, day) -> dayOfMonth(day, number(m, 1))),
            // Past ones.
            rule("上上?个?" + WEEKDAY + "|上上?个?(?:周末?|星期|礼拜|月)|昨[天日晚]|前天|前几天|刚才|去年", (m, day) -> Optional.of(day.minusDays(1))),
            rule("(?:last|past) (?:week|month|year|" + ENGLISH_DAY + ")|yesterday|(?:[0-9]+|a|two|three) (?:days?|weeks?|months?) ago",
                    (m, day) -> Optional.of(day.minusDays(1))),
            // Weeks.
            rule("(下下|下|这|本)个?" + WEEKDAY, (m, day) -> Optional.of(monday(day).plusWeeks(m.group(1).equals("下下") ? 2 : m.group(1).equals("下") ? 1 : 0)
                    .plusDays(weekday(m.group(2))))),
            rule("(?<![一二两三四五六七八九十0-9每])" + WEEKDAY, (m, day) -> Optional.of(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(1 + weekday(m.group(1))))))),
            rule("(下下|下|这|本)?个?周末", (m, day) -> Optional.of(monday(day).plusWeeks(m.group(1) == null ? 0 : m.group(1).equals("下下") ? 2
                    : m.group(1).equals("下") ? 1 : 0).plusDays(5))),
            rule("(下下|下)个?(?:周|星期|礼拜)(?![一-龥]*末)", (m, day) -> Optional.of(monday(day).plusWeeks(m.group(1).equals("下") ? 1 : 2))),
            rule("\\b(?:(next|this|coming) )?" + ENGLISH_DAY + "\\b", Days::englishWeekday),
            rule("\\b(next|this|coming|on|by|until) " + SHORT_DAY + "\\b", Days::englishWeekday),
            rule("\\bnext week\\b", (m, day) -> Optional.of(monday(day).plusWeeks(1))),
            rule("\\b(?:this |the )?(?:weekend|end of (?:the |this )?week)\\b", (m, day) -> Optional.of(monday(day).plusDays(m.group().contains("weekend") ? 5 : 4))),
            // Near days.
            rule("大后天", (m, day) -> Optional.of(day.plusDays(3))),
            rule("后天|\\b(?:the )?day after tomorrow\\b", (m, day) -> Optional.of(day.plusDays(2))),
            rule("明[天日早晚]|明儿|\\btomorrow\\b", (m, day) -> Optional.of(day.plusDays(1))),
            rule("今[天日晚早]|\\b(?:today|tonight)\\b", (m, day) -> Optional.of(day)),
            rule("(?:过)?(" + NUMBER + ")(天|日|周|个?星期|个?礼拜|个月)(?:之?后|以后|内|之内|以内)", (m, day) -> later(day, number(m, 1), m.group(2))),
            rule("过(" + NUMBER + ")(天|周|个?星期|个?礼拜|个月)", (m, day) -> later(day, number(m, 1), m.group(2))),
            rule("半个月(?:之?后|以后|内|之内|以内)", (m, day) -> Optional.of(day.plusDays(15))),
            rule("\\b(?:in|within) ([0-9]{1,3}|an?|one|two|three|four|five|six|ten) (day|week|month)s?\\b", (m, day) -> later(day, english(m.group(1)), m.group(2))),
            // Months, quarters, years.
            rule("\\b" + ENGLISH_MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?\\b", (m, day) -> english(day, m.group(1), m.group(2), m.group(3))),
            rule("\\b([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?" + ENGLISH_MONTH + "(?:,? ([0-9]{4}))?\\b", (m, day) -> english(day, m.group(2), m.group(1), m.group(3))),
            rule("\\b(?:by|on|before|until) the ([0-9]{1,2})(?:st|nd|rd|th)\\b", (m, day) -> dayOfMonth(day, number(m, 1))),
            rule("\\bend of (next |the |this )?month\\b|\\bmonth[- ]end\\b", (m, day) -> partOf("next ".equals(m.group(1)) ? day.plusMonths(1) : day, "底")),
            rule("下个?月|\\bnext month\\b", (m, day) -> Optional.of(day.plusMonths(1).withDayOfMonth(1))),
            rule("(?:本|这个)?季度[末底]|\\bend of (?:the |this )?quarter\\b", (m, day) -> Optional.of(day.withDayOfMonth(1)
                    .withMonth((day.getMonthValue() + 2) / 3 * 3).with(TemporalAdjusters.lastDayOfMonth()))),
            rule("(?:今年)?年[底末]|\\bend of (?:the |this )?year\\b|\\byear[- ]end\\b", (m, day) -> Optional.of(LocalDate.of(day.getYear(), 12, 31))),
            rule("元旦", (m, day) -> next(day, 1, 1)),
            rule("国庆", (m, day) -> next(day, 10, 1)));

    private Days() {}

    /** @param from where it is named, {@code to} behind it */
    record Named(int from, int to, LocalDate day) {}

    private record Rule(Pattern pattern, Meaning meaning) {}

    private interface Meaning {
        Optional<LocalDate> of(MatchResult found, LocalDate day);
    }

    private static Rule rule(String pattern, Meaning meaning) {
        return new Rule(Pattern.compile(pattern), meaning);
    }

    /** The days named, in the order of the text; what one rule has read no later rule reads again. */
    static List<Named> in(String plain, LocalDate day) {
        var text = plain.toLowerCase(Locale.ROOT);
        var named = new ArrayList<Named>();
        for (var rule : RULES) {
            var found = rule.pattern().matcher(text);
            while (found.find()) {
                var match = found.toMatchResult();
                if (named.stream().noneMatch(each -> match.start() < each.to() && match.end() > each.from())) {
                    rule.meaning().of(match, day).ifPresent(at -> named.add(new Named(match.start(), match.end(), at)));
                }
            }
        }
        named.sort(Comparator.comparingInt(Named::from));
        return named;
    }

    private static Optional<LocalDate> englishWeekday(MatchResult m, LocalDate day) {
        var wanted = DayOfWeek.of(1 + List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").indexOf(m.group(2).substring(0, 3)));
        return Optional.of("next".equals(m.group(1)) ? monday(day).plusWeeks(1).with(wanted)
                : day.with(TemporalAdjusters.nextOrSame(wanted)));
    }

    private static Optional<LocalDate> later(LocalDate day, int number, String unit) {
        return Optional.of(switch (unit) {
            case "天", "日", "day" -> day.plusDays(number);
            case "个月", "month" -> day.plusMonths(number);
            default -> day.plusWeeks(number);
        });
    }

    private static Optional<LocalDate> english(LocalDate day, String month, String ofMonth, String year) {
        var number = 1 + List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec").indexOf(month.substring(0, 3));
        return year == null ? next(day, number, Integer.parseInt(ofMonth)) : date(Integer.parseInt(year), number, Integer.parseInt(ofMonth));
    }

    private static int english(String number) {
        return switch (number) {
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "ten" -> 10;
            default -> Integer.parseInt(number);
        };
    }

    private static Optional<LocalDate> partOf(LocalDate month, String part) {
        return Optional.of(switch (part) {
            case "初" -> month.withDayOfMonth(1);
            case "中" -> month.withDayOfMonth(15);
            default -> month.with(TemporalAdjusters.lastDayOfMonth());
        });
    }

    private static Optional<LocalDate> dayOfMonth(LocalDate day, int number) {
        return date(day.getYear(), day.getMonthValue(), number).filter(each -> !each.isBefore(day))
                .or(() -> date(day.plusMonths(1).getYear(), day.plusMonths(1).getMonthValue(), number));
    }

    private static Optional<LocalDate> next(LocalDate day, int month, int ofMonth) {
        return date(day.getYear(), month, ofMonth).filter(each -> !each.isBefore(day)).or(() -> date(day.getYear() + 1, month, ofMonth));
    }

    private static Optional<LocalDate> date(int year, int month, int ofMonth) {
        try {
            return Optional.of(LocalDate.of(year, month, ofMonth));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int ahead(String which) {
        return which.startsWith("下下") ? 2 : which.startsWith("下") ? 1 : 0;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** From 0 for Monday. */
    private static int weekday(String sign) {
        var at = "一二三四五六日".indexOf(sign);
        return sign.equals("天") ? 6 : at >= 0 ? at : Integer.parseInt(sign) - 1;
    }

    private static int number(MatchResult m, int group) {
        return Numerals.read(m.group(group)).intValueExact();
    }
}
