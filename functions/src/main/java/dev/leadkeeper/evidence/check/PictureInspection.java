package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Pictures: decoded line by line into a small one, after a look at their size. HEIC, which nothing written in Java decodes, by its structure. */
final class PictureInspection {
    /** Phones take 200 million pixels. */
    private static final long MOST_PIXELS = 220_000_000L;
    /** A progressive JPEG or interlaced PNG is held in memory as a whole by its decoder, at up to 6 bytes a pixel. */
    private static final long MOST_AT_ONCE = 48_000_000L;
    /** Of the small picture. */
    private static final long KEPT_PIXELS = 500_000L;
    /** What decoding a pixel costs, in bytes read. */
    private static final long WORK_PER_PIXEL = 3;
    /** Of a moving picture; the frames after that are only looked up, since each would cost as much as a photo. */
    private static final long MOST_DECODED = 24_000_000L;
    private static final int MOST_FRAMES = 5_000;
    /** Tag of a TIFF. */
    private static final int PREDICTOR = 317;

    private PictureInspection() {}

    /** Empty if it is no picture. */
    static Optional<Finding> of(Bytes bytes) {
        var head = bytes.big(0, 4);
        if (head >> 8 == 0xFFD8FF) {
            return Optional.of(decoded(PictureInput.jpeg(bytes, JpegMarkers.profiles(bytes)), bytes, Format.JPEG, "jpeg").with(hints -> Exif.ofJpeg(bytes, hints)));
        }
        if (bytes.big(0, 8) == 0x89504E470D0A1A0AL) {
            return Optional.of(decoded(PictureInput.plain(bytes), bytes, Format.PNG, "png").with(hints -> Exif.ofPng(bytes, hints)));
        }
        if (bytes.says(0, "GIF87a") || bytes.says(0, "GIF89a")) {
            checkBlocks(bytes);
            return Optional.of(decoded(PictureInput.plain(bytes), bytes, Format.GIF, "gif"));
        }
        if (bytes.says(0, "BM") && bytes.little(14, 4) >= 12 && bytes.little(14, 4) <= 124 && bytes.little(10, 4) < bytes.length()) {
            return Optional.of(Bmp.plain(bytes).orElseGet(() -> decoded(PictureInput.plain(bytes), bytes, Format.BMP, "bmp")));
        }
        if (head == 0x49492A00 || head == 0x4D4D002A) {
            return Optional.of(decoded(PictureInput.tiff(bytes, predictors(bytes, head == 0x4D4D002A)), bytes, Format.TIFF, "tiff"));
        }
        if (bytes.says(0, "RIFF") && bytes.says(8, "WEBP")) {
            return Optional.of(Webp.of(bytes));
        }
        if (IsoMedia.isHeic(bytes)) {
            return Optional.of(IsoMedia.picture(bytes));
        }
        return Optional.empty();
    }

    static void checkSize(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw new Refusal(FileReason.NOTHING_IN_IT, width + " × " + height + " pixels");
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new Refusal(FileReason.TOO_MANY_PIXELS, width + " × " + height + " pixels");
        }
    }

    private static Finding decoded(PictureInput input, Bytes bytes, Format format, String name) {
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try {
            return Finding.fine(format, decode(input, bytes, format, reader));
        } finally {
            reader.dispose();
        }
    }

    private static Hints decode(PictureInput input, Bytes bytes, Format format, ImageReader reader) {
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(input, false, true);
        var single = format == Format.JPEG || format == Format.PNG || format == Format.BMP;
        var frames = single ? 1 : Guarded.by(FileReason.DAMAGED, () -> reader.getNumImages(true));
        if (frames < 1) {
            throw new Refusal(FileReason.NOTHING_IN_IT, "no picture");
        }
        var hints = Hints.NONE;
        var decoded = 0L;
        for (var frame = 0; frame < Math.min(frames, MOST_FRAMES) && (decoded < MOST_DECODED || format == Format.TIFF); frame++) {
            var index = frame;
            var width = Guarded.by(FileReason.DAMAGED, () -> reader.getWidth(index));
            var height = Guarded.by(FileReason.DAMAGED, () -> reader.getHeight(index));
            checkSize(width, height);
            var pixels = (long) width * height;
            if (pixels > MOST_AT_ONCE && isHeldAsAWhole(bytes, format)) {
                throw new Refusal(FileReason.TOO_MANY_PIXELS, width + " × " + height + " pixels at once");
            }
            bytes.budget().spend(pixels * WORK_PER_PIXEL);
            decoded += pixels;
            Guarded.by(FileReason.DAMAGED, () -> frame(reader, index, pixels, format));
            hints = frame == 0 ? hints.pixels(width, height) : hints;
        }
        // Viewers forgive a missing end as long as nothing of the picture is missing with it.
        if (warnings.stream().anyMatch(each -> each.startsWith("Truncated File")) && warnings.stream().anyMatch(each -> each.contains("premature end"))) {
            throw new Refusal(FileReason.DAMAGED, "the picture is cut off");
        }
        return frames == 1 ? hints : hints.pages(frames);
    }

    private static Object frame(ImageReader reader, int index, long pixels, Format format) throws IOException {
        var parameters = reader.getDefaultReadParam();
        var step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS)));
        parameters.setSourceSubsampling(step, step, 0, 0);
        // As a raster, whatever its colours mean: Java reads no CMYK, which printers' photos are.
        return format == Format.JPEG ? reader.readRaster(index, parameters) : reader.read(index, parameters);
    }

    private static boolean isHeldAsAWhole(Bytes bytes, Format format) {
        return format == Format.PNG ? bytes.at(28) == 1 : format != Format.JPEG || JpegMarkers.isProgressive(bytes);
    }

    /** Java draws what there is of a GIF; so its blocks are walked to see that the last one is whole. */
    private static void checkBlocks(Bytes bytes) {
        var at = 13 + colours(bytes.at(10));
        while (at < bytes.length() && bytes.at(at) != ';') {
            if (bytes.at(at) == ',') {
                at += 11 + colours(bytes.at(at + 9));
            } else if (bytes.at(at) == '!') {
                at += 2;
            } else {
                return; // something behind the last picture
            }
            while (bytes.at(at) > 0) {
                at += 1 + bytes.at(at);
            }
            if (at++ >= bytes.length()) {
                throw new Refusal(FileReason.DAMAGED, "the picture is cut off");
            }
        }
    }

    /**
     * Where the pages of a TIFF say from what their samples differ, which Java cannot follow for all that scanners and cameras write; unpacked is
     * all the same without. The pages are a chain; Java follows one that bites itself for ever.
     */
    private static NavigableSet<Long> predictors(Bytes bytes, boolean highFirst) {
        var predictors = new TreeSet<Long>();
        var seen = new HashSet<Long>();
        var at = number(bytes, 4, 4, highFirst);
        while (at > 0 && at < bytes.length()) {
            if (!seen.add(at)) {
                throw new Refusal(FileReason.DAMAGED, "pages in a circle");
            }
            var end = at + 2 + 12 * number(bytes, at, 2, highFirst);
            bytes.budget().spend(end - at);
            for (var entry = at + 2; entry < end; entry += 12) {
                if (number(bytes, entry, 2, highFirst) == PREDICTOR) {
                    predictors.add(entry + (highFirst ? 9 : 8));
                }
            }
            at = number(bytes, end, 4, highFirst);
        }
        return predictors;
    }

    private static long number(Bytes bytes, long at, int length, boolean highFirst) {
        return highFirst ? bytes.big(at, length) : bytes.little(at, length);
    }

    /** Bytes of a table of colours, from the flags before it. */
    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }
}
