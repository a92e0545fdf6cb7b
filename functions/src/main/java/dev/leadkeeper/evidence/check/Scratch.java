package dev.leadkeeper.evidence.check;

import dev.leadkeeper.port.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The content of one object on a temporary file: what is checked is what is kept, whatever happens where it came from. */
public final class Scratch implements Vault.Content, AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final FileChannel channel;
    private final long bytes;
    private final String sha256;

    private Scratch(FileChannel channel, long bytes, String sha256) {
        this.channel = channel;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /**
     * Copies a stream, which its owner closes.
     *
     * @param most bytes that are copied at most; more cannot be what was declared, and its end does not matter
     */
    public static Scratch of(InputStream in, long most) throws IOException {
        var path = Files.createTempFile("evidence", null);
        // Where the system allows it, the file loses its name at once, so that a process that dies leaves nothing behind.
        var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var chunk = new byte[CHUNK];
            var bytes = 0L;
            for (var read = in.read(chunk); read >= 0 && bytes <= most; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                channel.write(ByteBuffer.wrap(chunk, 0, read));
                bytes += read;
            }
            return new Scratch(channel, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Of the content, 64 hexadecimal digits in lower case. */
    public String sha256() {
        return sha256;
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                var read = count == 0 ? 0 : channel.read(ByteBuffer.wrap(into, from, count), position);
                position += Math.max(0, read);
                return read;
            }
        };
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
