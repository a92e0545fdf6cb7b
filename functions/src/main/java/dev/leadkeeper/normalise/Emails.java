package dev.leadkeeper.normalise;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** E-mail addresses, lower-case. Reads text from left to right once per {@code @}: no expression that hostile input could blow up. */
public final class Emails {
    /** Longest address, in characters (RFC 5321 with erratum 1690). */
    static final int MAX_ADDRESS = 254;
    /** Longest part before the {@code @} (RFC 5321, 4.5.3.1.1). */
    static final int MAX_LOCAL = 64;
    /** Longest text that is looked at: an address with a name and other words around it. */
    static final int MAX_TEXT = 1_000;

    private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-.";

    private Emails() {}

    /**
     * The first address of a text: alone, in {@code Name <a@b.com>}, after {@code mailto:} or a label, among several.
     * A replaced address ({@code [email protected]}, {@code z***@qq.com}) is none. May be {@code null}.
     */
    public static Optional<String> normalise(String text) {
        if (text == null || text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        String folded = Text.fold(text).replace('。', '.').toLowerCase(Locale.ROOT);
        for (int at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
            Optional<String> address = around(folded, at);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> around(String text, int at) {
        int start = at;
        while (start > 0 && isLocal(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < text.length() && isDomain(text.charAt(end))) {
            end++;
        }
        // What touches the address must be a border: otherwise only a piece of something else was recognised.
        if (start > 0 && !isBorder(text.charAt(start - 1)) || end < text.length() && !isBorder(text.charAt(end))) {
            return Optional.empty();
        }
        String local = text.substring(start, at);
        return isDotted(local) && local.length() <= MAX_LOCAL && local.indexOf('*') < 0
                ? domain(text.substring(at + 1, end)).map(domain -> local + "@" + domain)
                        .filter(address -> address.length() <= MAX_ADDRESS)
                : Optional.empty();
    }

    private static Optional<String> domain(String typed) {
        String domain = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
        try {
            String ascii = IDN.toASCII(domain);
            String[] labels = ascii.split("\\.", -1);
            String top = labels[labels.length - 1];
            boolean sane = labels.length >= 2 && top.length() >= 2 && !Character.isDigit(top.charAt(0));
            for (String label : labels) {
                sane &= !label.isEmpty() && label.length() <= 63 && !label.startsWith("-") && !label.endsWith("-");
            }
            return sane ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean isDotted(String local) {
        return !local.isEmpty() && !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
    }

    private static boolean isLocal(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || LOCAL_SIGNS.indexOf(c) >= 0;
    }

    /** Letters of other alphabets too ({@code münchen.de}), but not Chinese ones: those are words that follow the address. */
    private static boolean isDomain(char c) {
        return c == '.' || c == '-' || Character.isLetterOrDigit(c) && !Text.isHan(c);
    }

    private static boolean isBorder(char c) {
        return " <>()[],;:、,|/?\"'".indexOf(c) >= 0 || Text.isHan(c);
    }
}
