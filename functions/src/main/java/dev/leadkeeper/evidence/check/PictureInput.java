package dev.leadkeeper.evidence.check;

import javax.imageio.stream.ImageInputStreamImpl;

/** The file as ImageIO wants it, without a cache of its own. */
final class PictureInput extends ImageInputStreamImpl {
    private final Bytes bytes;

    PictureInput(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        var value = bytes.at(streamPos);
        streamPos += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        bitOffset = 0;
        var read = bytes.read(streamPos, into, from, count);
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return bytes.length();
    }
}
