package dev.leadkeeper.evidence.check;

import java.util.NavigableSet;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The file as ImageIO wants it, without a cache of its own. Profiles of colours are shown to it as comments: Java refuses photos
 * for flaws in them that no viewer minds.
 */
final class PictureInput extends ImageInputStreamImpl {
    private static final int COMMENT = 0xFE;

    private final Bytes bytes;
    private final NavigableSet<Long> profiles;

    /** @param profiles where the marker bytes of profiles stand */
    PictureInput(Bytes bytes, NavigableSet<Long> profiles) {
        this.bytes = bytes;
        this.profiles = profiles;
    }

    @Override
    public int read() {
        bitOffset = 0;
        var value = profiles.contains(streamPos) ? COMMENT : bytes.at(streamPos);
        streamPos += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        bitOffset = 0;
        var read = bytes.read(streamPos, into, from, count);
        for (var profile : profiles.subSet(streamPos, streamPos + Math.max(0, read))) {
            into[from + (int) (profile - streamPos)] = (byte) COMMENT;
        }
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return bytes.length();
    }
}
