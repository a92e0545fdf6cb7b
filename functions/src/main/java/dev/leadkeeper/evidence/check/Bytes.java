package dev.leadkeeper.evidence.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A file, read at any place through one megabyte of memory; every byte is paid from a budget. For one thread. */
final class Bytes {
    private static final int PAGE_BITS = 15;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGES = 32;

    private final FileChannel channel;
    private final long length;
    private final Budget budget;
    private final byte[][] pages = new byte[PAGES][];
    private final long[] numbers = new long[PAGES];

    Bytes(FileChannel channel, Budget budget) {
        this.channel = channel;
        this.budget = budget;
        try {
            this.length = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long length() {
        return length;
    }

    Budget budget() {
        return budget;
    }

    /** The byte there, −1 outside of the file. */
    int at(long offset) {
        if (offset < 0 || offset >= length) {
            return -1;
        }
        budget.spend(1);
        return page(offset)[(int) offset & PAGE - 1] & 0xFF;
    }

    /** Reads as many of {@code count} bytes as there are; how many it were, −1 at the end of the file or outside. */
    int read(long offset, byte[] into, int from, int count) {
        if (offset < 0 || offset >= length) {
            return count == 0 ? 0 : -1;
        }
        var whole = (int) Math.min(count, length - offset);
        budget.spend(whole);
        // All at once, since not every decoder asks again when it got less than it wanted.
        for (var done = 0; done < whole; ) {
            var within = (int) (offset + done) & PAGE - 1;
            var part = Math.min(whole - done, PAGE - within);
            System.arraycopy(page(offset + done), within, into, from + done, part);
            done += part;
        }
        return whole;
    }

    /** As many as there are of {@code count} bytes from there on. */
    byte[] slice(long offset, int count) {
        var there = new byte[(int) Math.max(0, Math.min(count, length - Math.max(0, offset)))];
        read(offset, there, 0, there.length);
        return there;
    }

    /** Whether these characters, one byte each, stand there. */
    boolean says(long offset, String text) {
        for (var i = 0; i < text.length(); i++) {
            if (at(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Characters of one byte each. */
    String text(long offset, int count) {
        return new String(slice(offset, count), StandardCharsets.ISO_8859_1);
    }

    /** Unsigned, the low byte first; bytes outside of the file count as 0. */
    long little(long offset, int count) {
        var value = 0L;
        for (var i = count - 1; i >= 0; i--) {
            value = value << 8 | Math.max(0, at(offset + i));
        }
        return value;
    }

    /** Unsigned, the high byte first; bytes outside of the file count as 0. */
    long big(long offset, int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = value << 8 | Math.max(0, at(offset + i));
        }
        return value;
    }

    /** Where the text begins first within a range, −1 if nowhere. */
    long find(String text, long from, long to) {
        for (var offset = Math.max(0, from); offset <= Math.min(to, length) - text.length(); offset++) {
            if (at(offset) == text.charAt(0) && says(offset, text)) {
                return offset;
            }
        }
        return -1;
    }

    /** The part of the file as a stream; it ends where the file does. */
    InputStream stream(long offset, long count) {
        return new InputStream() {
            private long position = offset;
            private final long end = Math.min(length, offset + count);

            @Override
            public int read() {
                return position < end ? at(position++) : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (most == 0) {
                    return 0;
                }
                var read = position < end ? Bytes.this.read(position, into, from, (int) Math.min(most, end - position)) : -1;
                position += Math.max(0, read);
                return read;
            }
        };
    }

    private byte[] page(long offset) {
        var number = offset >> PAGE_BITS;
        var slot = (int) number & PAGES - 1;
        if (pages[slot] == null || numbers[slot] != number) {
            pages[slot] = pages[slot] == null ? new byte[PAGE] : pages[slot];
            numbers[slot] = number;
            fill(pages[slot], number << PAGE_BITS);
        }
        return pages[slot];
    }

    private void fill(byte[] page, long offset) {
        try {
            var buffer = ByteBuffer.wrap(page);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // until the page is full or the file ends
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
