package dev.leadkeeper.normalise;

import java.util.List;
import java.util.Locale;

/** Company names: as shown, and as compared. */
public final class Companies {
    /** Longest first, so that 股份有限公司 does not leave 股份 behind. */
    private static final List<String> LEGAL_FORMS = List.of("(有限合伙)", "(普通合伙)", "股份有限公司", "有限责任公司", "股份公司",
            "有限公司", "(集团)", "集团", "incorporated", "corporation", "limited", "co.,ltd.", "co.,ltd", "co.ltd", "coltd",
            "gmbh", "inc.", "inc", "corp.", "corp", "ltd.", "ltd", "llc", "plc");

    private Companies() {}

    /**
     * The name with width and brackets unified ({@code （中国）→(中国)}) and blanks stripped: all of them beside Chinese
     * characters and signs, surplus ones between Latin words. The caller keeps the original where it matters.
     *
     * @return {@code null} for {@code null} or nothing but blanks
     */
    public static String display(String name) {
        if (name == null) {
            return null;
        }
        String folded = Text.fold(name).replaceAll("[〔【\\[]", "(").replaceAll("[〕】\\]]", ")");
        var out = new StringBuilder(folded.length());
        int[] characters = folded.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] != ' ' || separatesLatinWords(characters, i)) {
                out.appendCodePoint(characters[i]);
            }
        }
        return out.isEmpty() ? null : out.toString();
    }

    /**
     * What two writings of one company have in common: the displayed name in lower case without blanks and without legal
     * forms at its end. A region in brackets stays, it tells companies of one group apart.
     *
     * @return {@code null} for {@code null} or nothing but blanks; never empty (a name that is only a legal form stays whole)
     */
    public static String matchKey(String name) {
        String display = display(name);
        if (display == null) {
            return null;
        }
        String key = display.toLowerCase(Locale.ROOT).replace(" ", "");
        int end = key.length();
        for (int shorter = withoutLegalForm(key, end); shorter < end; shorter = withoutLegalForm(key, end)) {
            end = shorter;
        }
        return key.substring(0, end);
    }

    /** Where the first {@code end} characters of the key end without one legal form; {@code end} if they have none. */
    private static int withoutLegalForm(String key, int end) {
        for (String form : LEGAL_FORMS) {
            int rest = end - form.length();
            if (rest > 0 && key.startsWith(form, rest)) {
                return rest > 1 && key.charAt(rest - 1) == ',' ? rest - 1 : rest;
            }
        }
        return end;
    }

    private static boolean separatesLatinWords(int[] characters, int blank) {
        int before = characters[blank - 1];
        int after = characters[blank + 1];
        return after != ' ' && !isTight(before) && !isTight(after);
    }

    private static boolean isTight(int character) {
        return Text.isHan(character) || character == '(' || character == ')';
    }
}
