package dev.leadkeeper.evidence.check;

import java.util.Optional;
import java.util.Set;

/** BMP whose pixels stand in the file as they are, in more of its versions than Java decodes: learn.microsoft.com/windows/win32/gdi/bitmap-header-types. */
final class Bmp {
    /** Windows 3, with masks, with transparency as Photoshop writes it, OS/2, Windows 4 and 5. */
    private static final Set<Long> HEADERS = Set.of(40L, 52L, 56L, 64L, 108L, 124L);
    private static final Set<Long> DEPTHS = Set.of(1L, 2L, 4L, 8L, 16L, 24L, 32L);
    /** No compression at all, and two kinds of masks. */
    private static final Set<Long> UNPACKED = Set.of(0L, 3L, 6L);
    private static final int FILE_HEADER = 14;

    private Bmp() {}

    /** Empty if it is packed or not whole, and the decoder has to look. */
    static Optional<Finding> plain(Bytes bytes) {
        var header = bytes.little(14, 4);
        var depth = bytes.little(28, 2);
        var width = (long) (int) bytes.little(18, 4);
        // Below zero the first line is the uppermost.
        var height = Math.abs((long) (int) bytes.little(22, 4));
        var start = bytes.little(10, 4);
        var isPlain = HEADERS.contains(header) && DEPTHS.contains(depth) && UNPACKED.contains(bytes.little(30, 4)) && start >= FILE_HEADER + header;
        if (!isPlain || width <= 0 || height == 0) {
            return Optional.empty();
        }
        PictureInspection.checkSize(width, height);
        var line = (width * depth + 31) / 32 * 4;
        return start + line * height > bytes.length() ? Optional.empty() : Optional.of(Finding.fine(Format.BMP, Hints.NONE.pixels(width, height)));
    }
}
