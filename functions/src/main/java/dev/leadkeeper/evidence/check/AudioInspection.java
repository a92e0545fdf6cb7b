package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.Optional;

/** Recordings: their frames are walked from the first to the last. */
final class AudioInspection {
    private static final int[] AMR_NARROW = {12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0};
    private static final int[] AMR_WIDE = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};
    private static final int MILLIS_PER_FRAME = 20;
    private static final String[] OGG_CODECS = {"\1vorbis", "OpusHead", "Speex   ", "\177FLAC"};

    private AudioInspection() {}

    /** Empty if it is no recording. */
    static Optional<Finding> of(Bytes bytes) {
        // RF64 is what recorders write that may come to over 4 GB.
        if ((bytes.says(0, "RIFF") || bytes.says(0, "RF64")) && bytes.says(8, "WAVE")) {
            return Optional.of(wave(bytes));
        }
        if (bytes.says(0, "#!AMR-WB\n")) {
            return Optional.of(amr(bytes, 9, AMR_WIDE));
        }
        if (bytes.says(0, "#!AMR\n")) {
            return Optional.of(amr(bytes, 6, AMR_NARROW));
        }
        if (bytes.says(0, "#!SILK_V3") || bytes.says(0, "\2#!SILK_V3")) {
            return Optional.of(silk(bytes));
        }
        if (bytes.says(0, "OggS")) {
            return Optional.of(ogg(bytes));
        }
        if (IsoMedia.is(bytes)) {
            return Optional.of(IsoMedia.recording(bytes));
        }
        return MpegAudio.of(bytes);
    }

    private static Finding wave(Bytes bytes) {
        var bytesPerSecond = 0L;
        for (var at = 12L; at + 8 <= bytes.length(); at += 8 + (bytes.little(at + 4, 4) + 1 & ~1L)) {
            var said = bytes.little(at + 4, 4);
            if (bytes.says(at, "fmt ") && said >= 16 && bytes.little(at + 10, 2) > 0) {
                bytesPerSecond = bytes.little(at + 16, 4);
            }
            if (bytes.says(at, "data")) {
                var there = bytes.length() - at - 8;
                // Recorders that were switched off leave 0 or the largest number.
                var length = said == 0 || said >= 0x7FFFF000L ? there : Math.min(said, there);
                if (bytesPerSecond <= 0 || said < 0x7FFFF000L && said - length > said / 10) {
                    throw new Refusal(FileReason.DAMAGED, "the recording is cut off");
                }
                return sounding(Format.WAV, length, length * 1000 / bytesPerSecond);
            }
        }
        throw new Refusal(FileReason.DAMAGED, "no sound in it");
    }

    /** RFC 4867, section 5. */
    private static Finding amr(Bytes bytes, long start, int[] lengths) {
        var frames = 0L;
        for (var at = start; at < bytes.length(); ) {
            var head = bytes.at(at);
            var length = lengths[head >> 3 & 15];
            if ((head & 0x83) != 0 || length < 0) {
                throw new Refusal(FileReason.DAMAGED, "no frame after " + frames);
            }
            at += 1 + length;
            frames++;
        }
        return sounding(Format.AMR, frames, frames * MILLIS_PER_FRAME);
    }

    /** As WeChat keeps voices: packets of 20 ms behind their length. */
    private static Finding silk(Bytes bytes) {
        var frames = 0L;
        for (var at = bytes.at(0) == 2 ? 10L : 9L; at + 2 <= bytes.length(); ) {
            var length = bytes.little(at, 2);
            if (length == 0xFFFF) {
                break;
            }
            if (length > 2048 || at + 2 + length > bytes.length()) {
                throw new Refusal(FileReason.DAMAGED, "no packet after " + frames);
            }
            at += 2 + length;
            frames++;
        }
        return sounding(Format.SILK, frames, frames * MILLIS_PER_FRAME);
    }

    /** RFC 3533. */
    private static Finding ogg(Bytes bytes) {
        var pages = 0L;
        var sounding = false;
        for (var at = 0L; at < bytes.length(); pages++) {
            if (!bytes.says(at, "OggS")) {
                if (pages > 2) {
                    break; // tags behind the end
                }
                throw new Refusal(FileReason.DAMAGED, "no page after " + pages);
            }
            var segments = Math.max(0, bytes.at(at + 26));
            var body = 0L;
            for (var i = 0; i < segments; i++) {
                body += Math.max(0, bytes.at(at + 27 + i));
            }
            var content = at + 27 + segments;
            if (content + body > bytes.length()) {
                throw new Refusal(FileReason.DAMAGED, "the last page is cut off");
            }
            if (pages == 0 && !isSound(bytes, content)) {
                throw new Refusal(FileReason.UNSUPPORTED, "Ogg of something else");
            }
            sounding |= bytes.little(at + 6, 8) > 0 && body > 0;
            at = content + body;
        }
        return sounding(Format.OGG, sounding ? 1 : 0, 0);
    }

    private static boolean isSound(Bytes bytes, long at) {
        for (var codec : OGG_CODECS) {
            if (bytes.says(at, codec)) {
                return true;
            }
        }
        return false;
    }

    static Finding sounding(Format format, long frames, long millis) {
        if (frames <= 0) {
            throw new Refusal(FileReason.NOTHING_IN_IT, "no sound in it");
        }
        return Finding.fine(format, millis > 0 ? Hints.NONE.lasting(millis) : Hints.NONE);
    }
}
