package dev.leadkeeper.form;

import dev.leadkeeper.form.Decoded.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code multipart/form-data} (RFC 7578). Works on the bytes as ISO 8859-1 text, which keeps every byte in its place.
 * Files are noted by name, type and size; their content is not kept.
 */
final class Multipart {
    /** More are refused. */
    static final int MOST_PARTS = 300;
    private static final int LONGEST_HEAD = 4_096;

    private Multipart() {}

    /** @param declared the boundary of the content type; without one the first line is taken for it */
    static Decoded parse(Optional<String> declared, byte[] body, Charset charset) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var boundary = declared.or(() -> firstLine(text));
        if (boundary.isEmpty() || boundary.get().length() > 70) { // RFC 2046: 1 to 70 characters
            return new Unreadable("no multipart boundary");
        }
        var delimiter = "--" + boundary.get();
        var pairs = new ArrayList<Map.Entry<String, Object>>();
        var at = text.startsWith(delimiter) ? 0 : text.indexOf("\n" + delimiter) + 1;
        if (at == 0 && !text.startsWith(delimiter)) {
            return new Unreadable("the multipart boundary does not occur");
        }
        while (!text.startsWith("--", at + delimiter.length())) {
            var start = text.indexOf('\n', at + delimiter.length()) + 1;
            var end = start == 0 ? -1 : text.indexOf("\n" + delimiter, start - 1);
            if (end < 0) {
                return new Unreadable("the multipart body is cut off");
            }
            if (pairs.size() == MOST_PARTS) {
                return new Unreadable("more than " + MOST_PARTS + " parts");
            }
            part(text.substring(start, Math.max(start, end)), charset).ifPresent(pairs::add);
            at = end + 1;
        }
        return new Decoded.Document(UrlEncoded.nest(pairs));
    }

    private static Optional<String> firstLine(String text) {
        var end = text.indexOf('\n');
        var line = end < 0 ? "" : text.substring(0, end).stripTrailing();
        return line.startsWith("--") && line.length() > 2 ? Optional.of(line.substring(2)) : Optional.empty();
    }

    /** A part as name and value; empty if it has no name. */
    private static Optional<Map.Entry<String, Object>> part(String part, Charset charset) {
        var text = part.endsWith("\r") ? part.substring(0, part.length() - 1) : part;
        var crlf = text.indexOf("\r\n\r\n");
        var lf = text.indexOf("\n\n");
        var wide = crlf >= 0 && (lf < 0 || crlf < lf);
        var end = wide ? crlf : lf;
        if (end < 0 || end > LONGEST_HEAD) {
            return Optional.empty();
        }
        var headers = headers(text.substring(0, end), charset);
        var disposition = MediaType.of(headers.getOrDefault("content-disposition", ""));
        var content = text.substring(end + (wide ? 4 : 2)).getBytes(StandardCharsets.ISO_8859_1);
        return disposition.parameter("name").map(name -> Map.entry(name, value(disposition, headers, content, charset)));
    }

    private static Object value(MediaType disposition, Map<String, String> headers, byte[] content, Charset charset) {
        var type = MediaType.of(headers.getOrDefault("content-type", ""));
        var text = disposition.parameters().containsKey("filename") ? Optional.<String>empty()
                : Decoder.text(content, type.parameter("charset").isEmpty() ? charset : type.charset().orElse(charset));
        if (text.isPresent()) {
            return text.get();
        }
        return content.length == 0 ? "" : Map.of("file", disposition.parameter("filename").orElse(""),
                "type", type.name(), "bytes", (long) content.length);
    }

    private static Map<String, String> headers(String head, Charset charset) {
        var headers = new LinkedHashMap<String, String>();
        var decoded = Decoder.text(head.getBytes(StandardCharsets.ISO_8859_1), charset).orElse(head);
        for (var line : List.of(decoded.split("\r?\n"))) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
