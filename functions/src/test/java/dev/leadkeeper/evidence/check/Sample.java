package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A file of the corpus and what has to be said of it.
 *
 * @param title   what is special about it
 * @param name    as declared; tells the type as well
 * @param format  what it is found to be, {@code null} where nothing can be
 * @param reasons why it is rejected; empty if it is valid
 */
record Sample(String title, String name, String type, byte[] content, Format format, List<FileReason> reasons) {
    static Sample valid(String title, String name, Format format, byte[] content) {
        return new Sample(title, name, format.type(), content, format, List.of());
    }

    static Sample rejected(String title, String name, Format declared, byte[] content, FileReason... reasons) {
        return new Sample(title, name, declared.type(), content, null, List.of(reasons));
    }

    Declaration declaration() {
        return new Declaration(name, type, content.length, sha256(content));
    }

    static Verdict check(byte[] content, Declaration declared) {
        try (var scratch = Scratch.of(new ByteArrayInputStream(content), 100_000_000)) {
            return new Checker().check(scratch, declared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return title + " (" + name + ")";
    }
}
