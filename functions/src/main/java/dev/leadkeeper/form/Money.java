package dev.leadkeeper.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people type them, in yuan. */
final class Money {
    private static final int LONGEST = 100;
    private static final Pattern AMOUNT = Pattern.compile("(?<![0-9.,])([0-9]{1,15}+(?:,[0-9]{3}){0,4}+(?:\\.[0-9]{1,6}+)?+)"
            + "(百万|千万|[千万亿kw])?+(?![0-9年月日天人%])");
    private static final Pattern FOREIGN = Pattern.compile("\\$|usd|us\\$|dollar|€|eur|£|gbp|hk|港|美元|美金|欧元|英镑|日元|円|jpy");

    private static final Pattern BARE = Pattern.compile("\\s*[0-9.,]+(?:\\s*[-~–—至到]\\s*[0-9.,]+)?\\s*");
    private static final Pattern UNIT = Pattern.compile("(?<![0-9一二三四五六七八九十百千])(百万|千万|万|千|亿)元?(?:人民币|rmb)?[\\])】?*\\s]*$", Pattern.CASE_INSENSITIVE);

    private Money() {}

    /**
     * {@code 20万}, {@code ¥80,000}, {@code 1.5w}, {@code 8-10万}, {@code 3万以上}. Of a range the lower end, which is the
     * amount that was surely meant; a unit behind the upper end counts for both.
     *
     * @return empty for no amount, for one in another currency, and above 10^15 yuan
     */
    static OptionalLong yuan(String text) {
        if (text == null || text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace(" ", "");
        var found = AMOUNT.matcher(folded);
        if (FOREIGN.matcher(folded).find() || !found.find()) {
            return OptionalLong.empty();
        }
        var amount = new BigDecimal(found.group(1).replace(",", ""));
        var unit = found.group(2);
        if (unit == null && range(folded, found.end()) && found.find()) {
            unit = found.group(2);
        }
        var yuan = amount.multiply(BigDecimal.valueOf(factor(unit)));
        return yuan.signum() < 0 || yuan.compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0
                ? OptionalLong.empty() : OptionalLong.of(yuan.longValue());
    }

    /** A bare number under a question that names the unit, {@code 预算(万元)}, is in that unit. */
    static Object inUnit(Object value, List<String> names) {
        var text = Texts.of(value);
        if (text == null || !BARE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).matches()) {
            return value;
        }
        return names.stream().map(name -> UNIT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))).filter(Matcher::find)
                .findFirst().<Object>map(unit -> text.strip() + unit.group(1)).orElse(value);
    }

    private static boolean range(String text, int at) {
        return at < text.length() && "-~–—至到".indexOf(text.charAt(at)) >= 0;
    }

    private static long factor(String unit) {
        return switch (unit) {
            case null -> 1;
            case "千", "k" -> 1_000;
            case "万", "w" -> 10_000;
            case "百万" -> 1_000_000;
            case "千万" -> 10_000_000;
            case "亿" -> 100_000_000;
            default -> throw new IllegalStateException("the pattern knows no " + unit);
        };
    }
}
