package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.Optional;

/** Frames of MPEG audio (MP3) and of ADTS (AAC), both of which begin with a row of ones. */
final class MpegAudio {
    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448}, // version 1, layer I
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384}, // version 1, layer II
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}, // version 1, layer III
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256}, // version 2, layer I
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}}; // version 2, layers II and III
    private static final int[] HERTZ = {44_100, 48_000, 32_000};
    private static final int[] AAC_HERTZ = {96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350};
    /** Frames in a row that are no accident. */
    private static final int SURE = 3;
    private static final int SEARCHED = 256 * 1024;

    private MpegAudio() {}

    /** One frame. @param micros how long it sounds */
    private record Frame(Format format, long length, long micros) {}

    static Optional<Finding> of(Bytes bytes) {
        var start = 0L;
        while (bytes.says(start, "ID3")) {
            start += 10 + (bytes.at(start + 5) >> 4 & 1) * 10L + tagLength(bytes, start + 6);
        }
        var first = start;
        // Between tag and first frame writers leave room; without a tag it would be anything.
        while (start > 0 && first < start + SEARCHED && first < bytes.length() && !inARow(bytes, first)) {
            first++;
        }
        if (!inARow(bytes, first)) {
            if (start > 0) {
                throw new Refusal(FileReason.NOTHING_IN_IT, "a tag without sound");
            }
            return Optional.empty();
        }
        return Optional.of(walk(bytes, first));
    }

    private static Finding walk(Bytes bytes, long first) {
        var format = frame(bytes, first).format();
        var frames = 0L;
        var micros = 0L;
        var sounding = 0L;
        for (var at = first; at < bytes.length(); ) {
            var frame = frame(bytes, at);
            if (frame == null || frame.format() != format) {
                at++;
                continue;
            }
            frames++;
            micros += frame.micros();
            sounding += Math.min(frame.length(), bytes.length() - at);
            at += frame.length();
        }
        if (sounding * 2 < bytes.length() - first) {
            throw new Refusal(FileReason.DAMAGED, "mostly no sound");
        }
        return AudioInspection.sounding(format, frames, micros / 1000);
    }

    /** Whether several frames of one format follow each other, or the file ends with them. */
    private static boolean inARow(Bytes bytes, long at) {
        Format format = null;
        for (var i = 0; i < SURE; i++) {
            var frame = frame(bytes, at);
            if (frame == null || format != null && frame.format() != format) {
                return i > 0 && (at == bytes.length() || bytes.says(at, "TAG"));
            }
            format = frame.format();
            at += frame.length();
        }
        return true;
    }

    private static Frame frame(Bytes bytes, long at) {
        if (bytes.at(at) != 0xFF || (bytes.at(at + 1) & 0xE0) != 0xE0 || at + 4 > bytes.length()) {
            return null;
        }
        var second = bytes.at(at + 1);
        if ((second & 0xF6) == 0xF0) {
            var rate = bytes.at(at + 2) >> 2 & 15;
            var length = bytes.big(at + 3, 3) >> 5 & 0x1FFF;
            return rate >= AAC_HERTZ.length || length < 8 ? null : new Frame(Format.AAC, length, 1_024_000_000L / AAC_HERTZ[rate]);
        }
        var version = second >> 3 & 3; // 0: 2.5, 2: 2, 3: 1
        var layer = 4 - (second >> 1 & 3); // 4 is none
        var third = bytes.at(at + 2);
        var rate = third >> 2 & 3;
        var kilobits = third >> 4;
        if (version == 1 || layer == 4 || rate == 3 || kilobits == 0 || kilobits == 15) {
            return null;
        }
        var bits = 1000L * KILOBITS[version == 3 ? layer - 1 : layer == 1 ? 3 : 4][kilobits];
        var hertz = HERTZ[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        var samples = layer == 1 ? 384 : layer == 3 && version != 3 ? 576 : 1152;
        var padding = third >> 1 & 1;
        var length = layer == 1 ? (12 * bits / hertz + padding) * 4 : samples / 8 * bits / hertz + padding;
        return new Frame(Format.MP3, length, samples * 1_000_000L / hertz);
    }

    /** Seven bits a byte: id3.org/id3v2.4.0-structure. */
    private static long tagLength(Bytes bytes, long at) {
        return (bytes.big(at, 1) & 127) << 21 | (bytes.big(at + 1, 1) & 127) << 14 | (bytes.big(at + 2, 1) & 127) << 7 | bytes.big(at + 3, 1) & 127;
    }
}
