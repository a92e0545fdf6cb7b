package dev.leadkeeper.normalise;

import java.util.Locale;

/** Unified social credit codes (统一社会信用代码, GB 32100-2015) with the organisation code (GB 11714) inside. */
public final class Uscc {
    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** GB 32100-2015: powers of 3 modulo 31. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    /** GB 11714, over positions 9 to 16; position 17 is its check digit. */
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Uscc() {}

    /** What became of a text. */
    public sealed interface Result permits Valid, Invalid {}

    /** @param code 18 characters, upper-case, both check digits right */
    public record Valid(String code) implements Result {}

    /**
     * Not such a code. Nothing is repaired: an {@code O} for a {@code 0} is a reason to ask again.
     *
     * @param text   as it came; {@code ""} for none
     * @param reason for a person to read, such as {@code check digit is 4, should be B}
     */
    public record Invalid(String text, String reason) implements Result {}

    /** @param text lower-case, full-width, with blanks or hyphens between: all accepted; may be {@code null} */
    public static Result check(String text) {
        if (text == null || text.isBlank()) {
            return new Invalid("", "empty");
        }
        if (text.length() > 100) {
            return new Invalid(text, "too long");
        }
        String code = Text.fold(text).replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        String reason = reasonAgainst(code);
        return reason == null ? new Valid(code) : new Invalid(text, reason);
    }

    private static String reasonAgainst(String code) {
        if (code.length() != LENGTH) {
            return "has " + code.length() + " characters, should have " + LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return "character " + (i + 1) + " is not one of " + ALPHABET;
            }
        }
        if (code.charAt(0) == '0' || !code.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "does not begin with a registering department, a kind and six digits of a division";
        }
        char organisation = organisationCheck(code);
        if (code.charAt(16) != organisation) {
            return "organisation code's check digit is " + code.charAt(16) + ", should be " + organisation;
        }
        char check = check32100(code);
        return code.charAt(17) == check ? null : "check digit is " + code.charAt(17) + ", should be " + check;
    }

    private static char check32100(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(code.charAt(8 + i)) * ORGANISATION_WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }
}
