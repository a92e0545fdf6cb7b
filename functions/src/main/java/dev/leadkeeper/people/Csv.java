package dev.leadkeeper.people;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as comma-separated text (RFC 4180, CRLF) that spreadsheet programs open as what it is: UTF-8 with a byte order mark, and no
 * cell is a formula, whatever a stranger typed into a form.
 */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What a program may take for the beginning of a formula; full-width forms are folded to these first. */
    private static final String FORMULA = "=+-@|%";

    private Csv() {}

    /** The table. @param rows each with a value for each name of the head; {@code null} for none */
    public static String of(List<String> head, List<List<Object>> rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append(line(List.copyOf(head)));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Numbers of ours stay numbers; text is always quoted, and one that begins like a formula is marked as text. */
    static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> "\"" + (isFormula(value.toString()) ? "'" : "") + value.toString().replace("\"", "\"\"") + "\"";
        };
    }

    /** Tabs, line ends, blanks and signs that are not shown may stand before it and are passed over by some programs. */
    private static boolean isFormula(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var begin = plain.codePoints().dropWhile(each -> each <= ' ' || Character.isWhitespace(each) || Character.isSpaceChar(each)
                || Character.getType(each) == Character.FORMAT || Character.isISOControl(each) || each == '"' || each == '\'').findFirst();
        var control = !text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n');
        return control || begin.isPresent() && FORMULA.indexOf(begin.getAsInt()) >= 0;
    }
}
