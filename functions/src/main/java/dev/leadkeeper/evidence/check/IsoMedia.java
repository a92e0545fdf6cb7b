package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.time.Instant;
import java.util.Set;

/** Boxes of ISO/IEC 14496-12: recordings in MP4 and its kin, and photos as phones take them (HEIC). */
final class IsoMedia {
    private static final Set<String> PHOTOS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2");
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "iprp", "ipco");
    private static final int MOST_BOXES = 20_000;
    private static final int DEEPEST = 12;
    /** Seconds from 1904 to 1970. */
    private static final long EPOCH = 2_082_844_800L;

    private final Bytes bytes;
    private int boxes;
    private boolean sound;
    private boolean samples;
    private boolean movie;
    private boolean fragments;
    private boolean media;
    private Hints hints = Hints.NONE;

    private IsoMedia(Bytes bytes) {
        this.bytes = bytes;
    }

    static boolean is(Bytes bytes) {
        return bytes.says(4, "ftyp");
    }

    static boolean isHeic(Bytes bytes) {
        if (!is(bytes)) {
            return false;
        }
        var length = Math.min(256, bytes.big(0, 4));
        // AVIF says mif1 as well, after its own name.
        return !bytes.text(8, 4).startsWith("avi") && PHOTOS.contains(bytes.text(8, 4))
                || length > 16 && bytes.says(8, "mif1") && bytes.find("avif", 16, length) < 0;
    }

    static Finding picture(Bytes bytes) {
        var file = new IsoMedia(bytes);
        file.read(0, bytes.length(), 0);
        if (file.hints.width() == null || !file.media) {
            throw new Refusal(FileReason.DAMAGED, "no picture in it");
        }
        PictureInspection.checkSize(file.hints.width(), file.hints.height());
        return Finding.fine(Format.HEIC, file.hints);
    }

    static Finding recording(Bytes bytes) {
        if (bytes.says(8, "avi")) {
            throw new Refusal(FileReason.UNSUPPORTED, "AVIF");
        }
        var file = new IsoMedia(bytes);
        file.read(0, bytes.length(), 0);
        if (!file.movie) {
            throw new Refusal(FileReason.DAMAGED, "no index in it");
        }
        if (!file.sound) {
            throw new Refusal(FileReason.UNSUPPORTED, "a film without sound");
        }
        if (!file.samples && !file.fragments) {
            throw new Refusal(FileReason.NOTHING_IN_IT, "no sound in it");
        }
        return Finding.fine(Format.M4A, file.hints);
    }

    private void read(long from, long to, int depth) {
        for (var at = from; at + 8 <= to; ) {
            if (++boxes > MOST_BOXES || depth > DEEPEST) {
                throw new Refusal(FileReason.TOO_COMPLEX, "too many boxes");
            }
            var size = bytes.big(at, 4);
            var name = bytes.text(at + 4, 4);
            var head = size == 1 ? 16 : 8;
            var length = size == 1 ? bytes.big(at + 8, 8) : size == 0 ? to - at : size;
            if (length < head || length > to - at) {
                if (depth == 0 && (movie || media) && !name.matches("[ -~©]{4}")) {
                    return; // some phones write something of their own behind the last box
                }
                throw new Refusal(FileReason.DAMAGED, "a box is cut off");
            }
            box(name, at + head, at + length, depth);
            at += length;
        }
    }

    private void box(String name, long at, long end, int depth) {
        switch (name) {
            case "meta" -> read(at + (bytes.says(at + 4, "hdlr") ? 0 : 4), end, depth + 1);
            case "mdat", "idat" -> media |= end > at;
            case "moof" -> fragments = true;
            case "hdlr" -> sound |= bytes.says(at + 8, "soun");
            case "stsz", "stz2" -> samples |= bytes.big(at + 8, 4) > 0;
            case "ispe" -> {
                var width = bytes.big(at + 4, 4);
                var height = bytes.big(at + 8, 4);
                // Of tiles, thumbnail and whole the largest is the whole.
                hints = hints.width() == null || width * height > hints.width() * hints.height() ? hints.pixels(width, height) : hints;
            }
            case "mvhd" -> header(at);
            default -> { }
        }
        if (CONTAINERS.contains(name)) {
            movie |= name.equals("moov");
            read(at, end, depth + 1);
        }
    }

    private void header(long at) {
        var wide = bytes.at(at) == 1;
        var created = bytes.big(at + 4, wide ? 8 : 4);
        var perSecond = bytes.big(at + (wide ? 20 : 12), 4);
        var duration = bytes.big(at + (wide ? 24 : 16), wide ? 8 : 4);
        if (perSecond > 0 && duration >= 0 && duration < 1L << 40) {
            hints = hints.lasting(duration * 1000 / perSecond);
        }
        if (created > EPOCH && created < 2 * EPOCH) {
            hints = hints.times(Instant.ofEpochSecond(created - EPOCH), null, true);
        }
    }
}
