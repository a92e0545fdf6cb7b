package dev.leadkeeper.evidence.check;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The file as PDFBox wants it: a position over {@link Bytes}, so that all its reading is paid for. */
final class PdfSource implements RandomAccessRead {
    private final Bytes bytes;
    private long position;

    PdfSource(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        var value = bytes.at(position);
        position += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        var read = bytes.read(position, into, from, count);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) {
        // Every seek is a step of some loop; a loop that only seeks would cost nothing otherwise.
        bytes.budget().spend(1);
        position = Math.clamp(to, 0, bytes.length());
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public boolean isEOF() {
        return position >= bytes.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(new PdfSource(bytes), start, length);
    }

    @Override
    public void close() {
        // the file belongs to whoever checks it
    }
}
