package dev.leadkeeper.infra.local.demo;

/** Aligns text for a terminal, in which a Chinese character takes two columns. */
final class Columns {
    private Columns() {}

    /** Columns that a text takes: two for wide and full-width characters (Unicode TR 11), none for combining marks. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0x303E || c >= 0x3041 && c <= 0x33FF || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0x9FFF || c >= 0xA000 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F || c >= 0xFF00 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** Exactly so many columns: cut with an ellipsis, or filled with blanks. */
    static String fit(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - width(cut)));
    }

    /** Exactly so many columns, to the right. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** At most so many columns; control characters become blanks. */
    static String cut(String text, int columns) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        if (width(clean) <= columns) {
            return clean;
        }
        StringBuilder out = new StringBuilder();
        int taken = 0;
        for (int c : clean.codePoints().toArray()) {
            if (taken + width(c) > columns - 1) {
                break;
            }
            out.appendCodePoint(c);
            taken += width(c);
        }
        return out.append('…').toString();
    }
}
