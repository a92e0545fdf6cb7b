package dev.leadkeeper.fake;

import java.util.Comparator;

/** Text in the order of its UTF-8 bytes, which is that of its code points and not that of {@link String#compareTo}. */
enum Utf8Order implements Comparator<String> {
    UTF_8;

    @Override
    public int compare(String a, String b) {
        var shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            var one = a.charAt(i);
            var other = b.charAt(i);
            if (one != other) {
                return rank(one) - rank(other);
            }
        }
        return a.length() - b.length();
    }

    /** Surrogates, of which the code points beyond U+FFFF are made, come after U+E000–U+FFFF. */
    private static int rank(char c) {
        return c < 0xD800 ? c : Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
    }
}
