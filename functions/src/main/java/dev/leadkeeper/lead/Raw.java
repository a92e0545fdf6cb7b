package dev.leadkeeper.lead;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The body of a post as it came. It travels and is kept packed, and on its way hardly anybody looks into it. */
public final class Raw {
    private final byte[] packed;

    private Raw(byte[] packed) {
        this.packed = packed;
    }

    /** Packs a body; the same bytes for the same body. */
    public static Raw of(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to write
        }
        return new Raw(out.toByteArray());
    }

    /** One that was packed before. */
    public static Raw packed(byte[] packed) {
        return new Raw(packed);
    }

    /** In GZIP. */
    public byte[] packed() {
        return packed;
    }

    /**
     * The body.
     *
     * @throws UncheckedIOException if it was not packed by us
     */
    public byte[] body() {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
