package dev.leadkeeper.evidence.check;

import java.util.Locale;

/**
 * What was said of a file before it came.
 *
 * @param name   the file's name as its owner knows it
 * @param type   media type, with or without parameters
 * @param bytes  length
 * @param sha256 of the content, 64 hexadecimal digits
 */
public record Declaration(String name, String type, long bytes, String sha256) {
    /** What follows the last dot of the name, in lower case; empty if nothing does. */
    String extension() {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** The type without parameters, in lower case. */
    String plainType() {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
