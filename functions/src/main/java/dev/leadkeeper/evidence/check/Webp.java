package dev.leadkeeper.evidence.check;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.leadkeeper.lead.FileReason;

/** WebP: its structure (developers.google.com/speed/webp/docs/riff_container), then its pictures. */
final class Webp {
    private static final int MOST_CHUNKS = 20_000;
    /** Pixels that are decoded, all frames together, at half a microsecond each; phones and chats send up to 4 million. What is larger is judged by its structure. */
    private static final long MOST_DECODED = 8_000_000L;
    /** What decoding a pixel costs, in bytes read. */
    private static final long WORK_PER_PIXEL = 40;

    private Webp() {}

    static Finding of(Bytes bytes) {
        var end = 8 + bytes.little(4, 4);
        if (end > bytes.length()) {
            throw new Refusal(FileReason.DAMAGED, "the picture is cut off");
        }
        var hints = Hints.NONE;
        var frames = 0L;
        var chunks = 0;
        for (var at = 12L; at + 8 <= end; at += 8 + (bytes.little(at + 4, 4) + 1 & ~1L)) {
            if (++chunks > MOST_CHUNKS || at + 8 + bytes.little(at + 4, 4) > end) {
                throw new Refusal(FileReason.DAMAGED, "chunks beyond the end");
            }
            switch (bytes.text(at, 4)) {
                case "VP8X" -> hints = hints.pixels(1 + bytes.little(at + 12, 3), 1 + bytes.little(at + 15, 3));
                case "VP8 " -> {
                    frames++;
                    hints = hints.width() != null ? hints : lossy(bytes, at + 8);
                }
                case "VP8L" -> {
                    frames++;
                    hints = hints.width() != null ? hints : lossless(bytes, at + 8);
                }
                case "ANMF" -> frames++;
                // Profiles, EXIF and whatever is to come.
                default -> { }
            }
        }
        if (frames == 0 || hints.width() == null) {
            throw new Refusal(FileReason.DAMAGED, "no picture in it");
        }
        PictureInspection.checkSize(hints.width(), hints.height());
        decode(bytes, (int) frames);
        return Finding.fine(Format.WEBP, frames == 1 ? hints : hints.pages(frames));
    }

    private static void decode(Bytes bytes, int frames) {
        var reader = Guarded.by(FileReason.DAMAGED, () -> new WebPImageReaderSpi().createReaderInstance(null));
        try {
            reader.setInput(PictureInput.plain(bytes));
            var decoded = 0L;
            for (var frame = 0; frame < frames; frame++) {
                var index = frame;
                var pixels = Guarded.by(FileReason.DAMAGED, () -> (long) reader.getWidth(index) * reader.getHeight(index));
                decoded += pixels;
                if (decoded > MOST_DECODED) {
                    return;
                }
                bytes.budget().spend(pixels * WORK_PER_PIXEL);
                Guarded.by(FileReason.DAMAGED, () -> reader.read(index));
            }
        } finally {
            reader.dispose();
        }
    }

    private static Hints lossy(Bytes bytes, long at) {
        if (bytes.big(at + 3, 3) != 0x9D012A) {
            throw new Refusal(FileReason.DAMAGED, "no key frame");
        }
        return Hints.NONE.pixels(bytes.little(at + 6, 2) & 0x3FFF, bytes.little(at + 8, 2) & 0x3FFF);
    }

    private static Hints lossless(Bytes bytes, long at) {
        if (bytes.at(at) != 0x2F) {
            throw new Refusal(FileReason.DAMAGED, "no lossless frame");
        }
        var sizes = bytes.little(at + 1, 4);
        return Hints.NONE.pixels(1 + (sizes & 0x3FFF), 1 + (sizes >> 14 & 0x3FFF));
    }
}
