package dev.leadkeeper.reading;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Strikes out what must not stand in a record: numbers of phones, identity cards and bank cards, and sensitive words. Of a
 * number its last four digits stay, so that two people can be told apart.
 */
public final class Masking {
    private static final String STRUCK = "***";
    /** Identity card (GB 11643): six digits of a place, the birthday, three digits, a check digit. */
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[1-9][0-9]{5} ?(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])"
            + "(?:0[1-9]|[12][0-9]|3[01]) ?[0-9]{3}[0-9Xx](?![0-9A-Za-z])");
    /** Cards have 13 to 19 digits (ISO/IEC 7812), often in groups. */
    private static final Pattern CARD = Pattern.compile("(?<![0-9+])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])(?:"
            + "(?:\\+?86[ -]?|0086[ -]?)?1[3-9][0-9](?:[ -]?[0-9]){8}" // mobile
            + "|\\(?0[1-9][0-9]{1,2}\\)?[ -]?[2-9][0-9]{6,7}(?:[ -]?(?:转|ext\\.?|-)[ -]?[0-9]{1,5})?" // land line
            + "|[48]00[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"
            + "|\\+[1-9](?:[ ()-]{0,2}[0-9]){7,14}" // anywhere else
            + ")(?![0-9])");
    /** A mobile number spelt out as it is dictated. */
    private static final Pattern SPELT = Pattern.compile("[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺十百千万])");

    private Masking() {}

    /** The text with all of that struck out. Anything else stays as it was typed. */
    public static String of(String text, List<String> sensitive) {
        var masked = strike(text, IDENTITY, number -> true);
        masked = strike(masked, CARD, Masking::isCard);
        masked = strike(masked, PHONE, number -> true);
        masked = SPELT.matcher(masked).replaceAll(STRUCK);
        for (var word : sensitive) {
            masked = strikeWord(masked, word);
        }
        return masked;
    }

    private static String strike(String text, Pattern pattern, Predicate<String> meant) {
        var found = pattern.matcher(Plain.of(text));
        var out = new StringBuilder();
        int from = 0;
        while (found.find()) {
            var digits = found.group().replaceAll("[^0-9Xx]", "");
            if (meant.test(digits)) {
                out.append(text, from, found.start()).append(STRUCK).append(digits.substring(digits.length() - 4));
                from = found.end();
            }
        }
        return out.append(text.substring(from)).toString();
    }

    private static String strikeWord(String text, String word) {
        var folded = Plain.of(text).toLowerCase(Locale.ROOT);
        var wanted = Plain.of(word).toLowerCase(Locale.ROOT);
        if (wanted.isBlank() || folded.length() != text.length()) {
            return text.replace(word, STRUCK); // lower case changed the length, as of a Turkish İ: by the exact word then
        }
        var out = new StringBuilder();
        int from = 0;
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
            out.append(text, from, at).append(STRUCK);
            from = at + wanted.length();
        }
        return out.append(text.substring(from)).toString();
    }

    /** The check digit of cards (Luhn) tells them from tracking and order numbers. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += weighed;
        }
        return sum % 10 == 0;
    }
}
