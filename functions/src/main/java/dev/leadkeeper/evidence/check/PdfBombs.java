package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDFBox unpacks streams of objects into memory before anybody can look at them. So those that stand in the file as such are
 * unpacked here first, into nothing.
 */
final class PdfBombs {
    /** Writers put a few hundred objects into one stream; 400,000 would be this much. */
    private static final long LARGEST = 64L << 20;
    private static final long ALL = 256L << 20;
    private static final int DICTIONARY = 2048;
    private static final int CHUNK = 64 * 1024;

    private PdfBombs() {}

    static void check(Bytes bytes) {
        var total = 0L;
        for (var word : new String[] {"/ObjStm", "/XRef"}) {
            for (var at = bytes.find(word, 0, bytes.length()); at >= 0; at = bytes.find(word, at + 1, bytes.length())) {
                var stream = bytes.find("stream", at, at + DICTIONARY);
                if (stream >= 0 && bytes.text(Math.max(0, at - DICTIONARY), (int) (stream - Math.max(0, at - DICTIONARY))).contains("/Fl")) {
                    total += unpacked(bytes, stream + 6);
                }
                if (total > ALL) {
                    throw new Refusal(FileReason.BOMB, "streams of objects");
                }
            }
        }
    }

    private static long unpacked(Bytes bytes, long after) {
        var start = after + (bytes.at(after) == '\r' ? 1 : 0);
        start += bytes.at(start) == '\n' ? 1 : 0;
        var packed = new byte[CHUNK];
        var sink = new byte[CHUNK];
        var inflater = new Inflater();
        try {
            while (!inflater.finished() && !inflater.needsDictionary() && inflater.getBytesWritten() <= LARGEST) {
                if (inflater.needsInput()) {
                    var read = bytes.read(start, packed, 0, CHUNK);
                    if (read < 0) {
                        break;
                    }
                    start += read;
                    inflater.setInput(packed, 0, read);
                }
                bytes.budget().spend(inflater.inflate(sink));
            }
            if (inflater.getBytesWritten() > LARGEST) {
                throw new Refusal(FileReason.BOMB, "a stream of objects");
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException encryptedOrDamaged) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
