package dev.leadkeeper.reading;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount that a text calls the budget, in yuan: 预算200万, 两百万的预算, budget around 20k. Amounts in other currencies,
 * and numbers that are called something else, are none.
 */
final class Budgets {
    private static final String ARABIC = "(?<![0-9,.])[0-9][0-9,]{0,20}+(?:\\.[0-9]{1,6})?";
    private static final String HAN = "(?<![" + Numerals.SIGNS + "])[" + Numerals.SIGNS + "]{1,14}";
    private static final String UNIT = "(?: ?(百万|千万|[十百千万亿kKwWmM](?![a-zA-Z])|million|thousand))?";
    private static final String AMOUNT = "(" + ARABIC + "|" + HAN + "|十?几)[多几]?" + UNIT + "(?: ?(?:-|~|–|—|至|到|or|to) ?(" + ARABIC + "|" + HAN + ")" + UNIT + ")?";
    private static final String CALLED = "(?:预算|经费|拨款|资金|budget)";
    private static final String BETWEEN = "[^0-9" + Numerals.SIGNS + "，。；！？,;!?\\n]{0,14}?(?:[，,] ?(?:大概|大约|约|差不多|也就|around|about) ?)?";
    private static final Pattern BEFORE = Pattern.compile(CALLED + BETWEEN + AMOUNT, Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND = Pattern.compile(AMOUNT + " ?(?:元|块|人民币|rmb|cny|yuan)?(?:左右|上下|以内)?(?:的|of)? ?" + CALLED, Pattern.CASE_INSENSITIVE);
    private static final Pattern FOREIGN = Pattern.compile("[$€£]|usd|dollar|eur|gbp|hk|港币|美元|美金|欧元|英镑|日元|万日", Pattern.CASE_INSENSITIVE);
    /** Dates, counts and shares that stand behind the word and are no money. */
    private static final Pattern NO_MONEY = Pattern.compile("^ ?(?:[年月日号天周个人台套家次点%％折份页轮分期]|st\\b|nd\\b|rd\\b|th\\b|days?|weeks?|months?|people|percent)");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private Budgets() {}

    /** The first budget, {@code null} if there is none. */
    static Long in(String plain) {
        for (var pattern : new Pattern[] {BEFORE, BEHIND}) {
            var found = pattern.matcher(plain);
            while (found.find()) {
                var yuan = yuan(found, plain);
                if (yuan != null) {
                    return yuan;
                }
            }
        }
        return null;
    }

    private static Long yuan(Matcher found, String text) {
        var around = text.substring(Math.max(0, found.start(1) - 5), Math.min(text.length(), found.end() + 8));
        var end = found.group(3) == null ? found.group(2) == null ? found.end(1) : found.end(2) : found.end(3);
        if (FOREIGN.matcher(around).find() || NO_MONEY.matcher(text.substring(Math.min(text.length(), Math.max(end, found.end(1))))).find()) {
            return null;
        }
        var unit = found.group(2) == null || found.group(2).isEmpty() ? found.group(4) : found.group(2);
        var amount = number(found.group(1));
        if (amount == null) {
            return null;
        }
        // 二十到三十万: the unit behind the upper end stands within its numeral
        if (unit == null && found.group(3) != null && found.group(3).matches(".*[万亿]") && !found.group(1).matches(".*[万亿]")) {
            amount = amount.multiply(found.group(3).endsWith("亿") ? BigDecimal.valueOf(100_000_000) : BigDecimal.valueOf(10_000));
        }
        var yuan = amount.multiply(factor(unit));
        // A bare small number is a count, not a budget
        return yuan.compareTo(BigDecimal.valueOf(100)) < 0 || yuan.compareTo(MOST) > 0 ? null : yuan.longValue();
    }

    private static BigDecimal number(String text) {
        if (Character.isDigit(text.charAt(0)) && text.charAt(0) < 128) {
            return Numerals.read(text);
        }
        var lower = text.replaceFirst("^([二三四五六七八九])[三四五六七八九](?=[十百千万])", "$1") // 二三十万: the lower of the two
                .replace("几", "");
        var number = Numerals.read(lower);
        return number.signum() <= 0 ? null : number;
    }

    private static BigDecimal factor(String unit) {
        return BigDecimal.valueOf(switch (unit == null ? "" : unit.toLowerCase(Locale.ROOT)) {
            case "十" -> 10L;
            case "百" -> 100L;
            case "千", "k", "thousand" -> 1_000L;
            case "万", "w" -> 10_000L;
            case "百万", "m", "million" -> 1_000_000L;
            case "千万" -> 10_000_000L;
            case "亿" -> 100_000_000L;
            default -> 1L;
        });
    }
}
