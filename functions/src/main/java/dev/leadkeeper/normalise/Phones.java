package dev.leadkeeper.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers in any usual writing, as E.164.
 *
 * <p>A number is read, in this order: with its own country code ({@code +}, {@code 00}); as a number of the lead's country; as a
 * Chinese one; as one whose {@code +} was lost. A national number of an unknown foreign country is not guessed.
 */
public final class Phones {
    /** Longest text that is looked at, in characters; more is prose, not a number. */
    static final int MAX_LENGTH = 200;

    private static final String CHINA = "CN";
    private static final int CHINA_CODE = 86;
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[/、,;|]|或|\\bor\\b");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2500\\u30FC\\uFE58\\uFE63\\uFF0D_~-]+");
    private static final Pattern MASK = Pattern.compile("\\d[ -]?(?:[*•●·＊]|[xX]{2})");
    private static final Pattern EXTENSION_WORD =
            Pattern.compile("(?:转|轉|分机号?|分機號?|内线|內線|ext\\.?)[ :.-]*(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION_AFTER_DASH = Pattern.compile("(?<!\\d)(?:0\\d{2,3})?\\d{7,8}-(\\d{1,6})$");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LOST_PLUS = Pattern.compile("[1-9][\\d -]{10,}");

    private Phones() {}

    /** What became of a text. */
    public sealed interface Result permits Phone, Unusable {}

    /** @param e164 such as {@code +8613912345678} or, with an extension, {@code +8675586013388;ext=8001} */
    public record Phone(String e164) implements Result {
        /** See {@link Phones#verified}. */
        public boolean verified() {
            return Phones.verified(e164);
        }
    }

    /**
     * Not a number that could be dialled; the caller keeps the text.
     *
     * @param text   as it came; {@code ""} for none
     * @param reason {@code empty}, {@code too long}, {@code masked} or {@code not a phone number}
     */
    public record Unusable(String text, String reason) implements Result {}

    /**
     * The first usable number of a text.
     *
     * @param text    as typed; may hold several numbers, an extension, words around them; may be {@code null}
     * @param country the lead's country if known, ISO 3166-1 alpha-2; {@code null} or anything else means China
     */
    public static Result normalise(String text, String country) {
        if (text == null || text.isBlank()) {
            return new Unusable("", "empty");
        }
        if (text.length() > MAX_LENGTH) {
            return new Unusable(text, "too long");
        }
        String folded = dashes(Text.fold(text));
        String region = region(country);
        for (String part : BETWEEN_NUMBERS.split(folded)) {
            Optional<PhoneNumber> number = read(part.strip(), region);
            if (number.isPresent()) {
                return new Phone(e164(number.get()));
            }
        }
        return new Unusable(text, MASK.matcher(folded).find() ? "masked" : "not a phone number");
    }

    /**
     * Whether the country's numbering plan knows the number. {@code false} for one that merely has a right length
     * ({@code +15550000000}), which can be tried but proves nobody's identity.
     */
    public static boolean verified(String e164) {
        return parse(e164, CHINA).filter(UTIL::isValidNumber).isPresent();
    }

    private static Optional<PhoneNumber> read(String part, String region) {
        if (part.isEmpty() || MASK.matcher(part).find()) {
            return Optional.empty();
        }
        for (String writing : writings(part)) {
            Optional<PhoneNumber> number = dialled(writing, region);
            if (number.isPresent()) {
                return number;
            }
        }
        for (PhoneNumberMatch match : UTIL.findNumbers(part, region, Leniency.VALID, 5)) {
            if (match.number().getCountryCode() != CHINA_CODE || isWrittenAsChinese(match.rawString(), match.number())) {
                return Optional.of(match.number());
            }
        }
        return Optional.empty();
    }

    /** The ways to read one number, the likeliest first: extensions in words and after a dash are put as the library reads them. */
    private static List<String> writings(String part) {
        var writings = new ArrayList<String>();
        String worded = EXTENSION_WORD.matcher(part).replaceFirst(" ext. $1");
        if (worded.equals(part)) {
            Matcher dash = EXTENSION_AFTER_DASH.matcher(part);
            if (dash.find()) {
                writings.add(part.substring(0, dash.start(1) - 1) + " ext. " + dash.group(1));
            }
        }
        writings.add(worded);
        return writings;
    }

    private static Optional<PhoneNumber> dialled(String writing, String region) {
        if (writing.startsWith("+") || writing.startsWith("00")) {
            return parse(writing, CHINA).filter(n -> n.getCountryCode() == CHINA_CODE ? isChinese(n) : hasRightLength(n));
        }
        return hinted(writing, region).filter(n -> UTIL.isValidNumber(n) || digits(writing).startsWith("" + n.getCountryCode()))
                .or(() -> parse(writing, CHINA).filter(n -> isChinese(n) && isWrittenAsChinese(writing, n)))
                .or(() -> hinted(writing, region))
                .or(() -> LOST_PLUS.matcher(writing).matches()
                        ? parse("+" + writing, CHINA).filter(UTIL::isValidNumber) : Optional.empty());
    }

    /** A foreign lead's country is trusted with any number of a right length: its plan may be newer than the library. */
    private static Optional<PhoneNumber> hinted(String writing, String region) {
        return region.equals(CHINA) ? Optional.empty()
                : parse(writing, region).filter(Phones::hasRightLength);
    }

    /** Long enough to be dialled from abroad, too. */
    private static boolean hasRightLength(PhoneNumber number) {
        return UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /** Known to the plan, or a mobile number of a segment that was opened after the library was made. */
    private static boolean isChinese(PhoneNumber number) {
        return number.getCountryCode() == CHINA_CODE && (UTIL.isValidNumber(number) || isMobile(number));
    }

    private static boolean isMobile(PhoneNumber number) {
        return CHINESE_MOBILE.matcher(Long.toString(number.getNationalNumber())).matches();
    }

    /**
     * Inside China nobody leaves out the 0 before an area code: ten digits without it, such as {@code (281) 332-2575}, are another
     * country's number and not one of Chengdu.
     */
    private static boolean isWrittenAsChinese(String writing, PhoneNumber number) {
        String digits = digits(writing);
        return isMobile(number) || UTIL.getNumberType(number) != PhoneNumberType.FIXED_LINE
                || digits.startsWith("0") || digits.startsWith("86" + number.getNationalNumber());
    }

    private static String digits(String writing) {
        return PhoneNumberUtil.normalizeDigitsOnly(writing);
    }

    private static Optional<PhoneNumber> parse(String writing, String region) {
        try {
            return Optional.of(UTIL.parse(writing, region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static String e164(PhoneNumber number) {
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() && !number.getExtension().isEmpty() ? e164 + ";ext=" + number.getExtension() : e164;
    }

    private static String region(String country) {
        String code = country == null ? CHINA : country.strip().toUpperCase(Locale.ROOT);
        return UTIL.getSupportedRegions().contains(code) ? code : CHINA;
    }

    /** Every dash that people or their keyboards produce, as the hyphen. */
    private static String dashes(String text) {
        return DASHES.matcher(text).replaceAll("-");
    }
}
