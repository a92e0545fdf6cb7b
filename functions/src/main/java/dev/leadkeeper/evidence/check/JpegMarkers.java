package dev.leadkeeper.evidence.check;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The segments of a JPEG up to its first scan: ITU-T T.81, annex B. */
final class JpegMarkers {
    private static final int SCAN = 0xDA;
    private static final int APP2 = 0xE2;
    private static final int MOST = 10_000;

    private JpegMarkers() {}

    /** Whether the frame's marker is one of the progressive ones. */
    static boolean isProgressive(Bytes bytes) {
        for (var at = first(bytes); at >= 0; at = next(bytes, at)) {
            switch (bytes.at(at)) {
                case 0xC2, 0xC6, 0xCA, 0xCE -> {
                    return true;
                }
                case 0xC0, 0xC1 -> {
                    return false;
                }
                default -> { }
            }
        }
        return false;
    }

    /** Where the marker bytes of profiles of colours stand. */
    static NavigableSet<Long> profiles(Bytes bytes) {
        var profiles = new TreeSet<Long>();
        for (var at = first(bytes); at >= 0 && profiles.size() < MOST; at = next(bytes, at)) {
            if (bytes.at(at) == APP2 && bytes.says(at + 3, "ICC_PROFILE\0")) {
                profiles.add(at);
            }
        }
        return profiles;
    }

    private static long first(Bytes bytes) {
        return marker(bytes, 2);
    }

    private static long next(Bytes bytes, long at) {
        return marker(bytes, at + 1 + bytes.big(at + 1, 2));
    }

    /** The second byte of the marker that begins there, −1 if there is none or it is the scan's. */
    private static long marker(Bytes bytes, long from) {
        var at = from;
        if (bytes.at(at) != 0xFF) {
            return -1;
        }
        while (bytes.at(at) == 0xFF) {
            at++;
        }
        return bytes.at(at) == SCAN || bytes.at(at) < 0 ? -1 : at;
    }
}
