package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plain text, in one of the encodings that people here use, and mail, which is text of a certain form. */
final class TextInspection {
    private static final Charset ANYTHING = StandardCharsets.ISO_8859_1;
    /**
     * GB 18030 contains GBK and GB 2312. UTF-16 without a mark is told by its zeros. As ISO 8859-1 anything can be read, and what
     * customers abroad write (Windows-1252, Cyrillic, Big5, Shift JIS) still has lines and next to no control characters then,
     * while of anything packed every ninth byte is one.
     */
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), ANYTHING);
    private static final Pattern MARKUP = Pattern.compile("^\\s*(<!doctype\\s+html|<html|<head|<body|<script|<svg|<\\?php|<%@|<hta:)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT = Pattern.compile("^\\s*(@echo off|#!\\s*/|powershell\\b|on error resume next|wscript\\.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("^([!-9;-~]+):(.*)$");
    private static final int HEAD = 64 * 1024;

    private TextInspection() {}

    static Finding of(Bytes bytes, Declaration declared) {
        var head = head(bytes);
        if (MARKUP.matcher(head).find()) {
            throw new Refusal(FileReason.UNSUPPORTED, "markup");
        }
        if (SCRIPT.matcher(head).find()) {
            throw new Refusal(FileReason.PROGRAM, "script");
        }
        if (head.startsWith("{\\rtf")) {
            throw new Refusal(FileReason.UNSUPPORTED, "RTF");
        }
        if (Format.MAIL.isNamedBy(declared)) {
            return isMail(head) ? Finding.fine(Format.MAIL, Hints.NONE) : Finding.fine(Format.TEXT, Hints.NONE);
        }
        return Finding.fine(Format.TEXT, Hints.NONE);
    }

    /** The beginning of the text, all of which is read. @throws Refusal if it is none */
    private static String head(Bytes bytes) {
        var reason = new Refusal(FileReason.UNSUPPORTED, "nothing known");
        for (var encoding : encodings(bytes)) {
            try {
                return read(bytes.stream(0, bytes.length()), encoding);
            } catch (Refusal other) {
                if (other.reason() == FileReason.TOO_COMPLEX) {
                    throw other;
                }
                reason = other;
            }
        }
        throw reason;
    }

    private static List<Charset> encodings(Bytes bytes) {
        var first = bytes.big(0, 2);
        if (first == 0xFEFF || first == 0xFFFE) {
            return List.of(StandardCharsets.UTF_16);
        }
        var zerosAtEven = 0;
        var zerosAtOdd = 0;
        var most = (int) Math.min(bytes.length(), 4096);
        for (var i = 0; i < most; i++) {
            if (bytes.at(i) == 0) {
                zerosAtEven += 1 - i % 2;
                zerosAtOdd += i % 2;
            }
        }
        return zerosAtOdd > most / 8 && zerosAtEven == 0 ? List.of(StandardCharsets.UTF_16LE)
                : zerosAtEven > most / 8 && zerosAtOdd == 0 ? List.of(StandardCharsets.UTF_16BE) : ENCODINGS;
    }

    private static String read(InputStream in, Charset encoding) {
        var decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var head = new StringBuilder();
        var chunk = new char[16 * 1024];
        var characters = 0L;
        var odd = 0L;
        var visible = 0L;
        try (var reader = new InputStreamReader(in, decoder)) {
            for (var read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
                characters += read;
                for (var i = 0; i < read; i++) {
                    var each = chunk[i];
                    var blank = each <= ' ' && "\t\n\r\f ".indexOf(each) >= 0;
                    odd += each < ' ' && !blank || each == 0x7F || Character.getType(each) == Character.UNASSIGNED
                            || Character.getType(each) == Character.PRIVATE_USE ? 1 : 0;
                    visible += blank || each == '\uFEFF' ? 0 : 1;
                }
                head.append(chunk, 0, Math.min(read, HEAD - Math.min(HEAD, head.length())));
            }
        } catch (IOException notThisEncoding) {
            throw new Refusal(FileReason.UNSUPPORTED, "no text in " + encoding);
        }
        // Chats exported by phones hold a few characters newer than this Java, and old logs a few bells and escapes.
        if (head.indexOf("\0") >= 0 || odd * 100 > characters) {
            throw new Refusal(FileReason.UNSUPPORTED, "no text");
        }
        if (encoding.equals(ANYTHING) && odd * 500 > characters) {
            throw new Refusal(FileReason.UNSUPPORTED, "no text in any encoding");
        }
        if (visible == 0) {
            throw new Refusal(FileReason.NOTHING_IN_IT, "blank");
        }
        return head.charAt(0) == '\uFEFF' ? head.substring(1) : head.toString();
    }

    /** A header of RFC 5322 that says from whom it is, and one thing more that mail programs write. */
    private static boolean isMail(String head) {
        var from = false;
        var more = false;
        for (var line : head.lines().toList()) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith(" ") || line.startsWith("\t") || line.startsWith("From ") || line.startsWith(">From ")) {
                continue;
            }
            var header = HEADER.matcher(line);
            if (!header.matches()) {
                return false;
            }
            switch (header.group(1).toLowerCase(Locale.ROOT)) {
                case "from", "sender", "return-path" -> from = true;
                case "to", "subject", "date", "message-id", "received", "mime-version" -> more = true;
                default -> { }
            }
        }
        return from && more;
    }
}
