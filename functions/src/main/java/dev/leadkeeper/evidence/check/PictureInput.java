package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The file as ImageIO wants it, without a cache of its own. Profiles of colours are shown to it as comments: Java refuses photos
 * for flaws in them that no viewer minds. And of a TIFF it is not shown from what its samples differ.
 */
final class PictureInput extends ImageInputStreamImpl {
    private static final int COMMENT = 0xFE;
    private static final int NO_PREDICTOR = 1;
    private static final int MOST_READS_BEHIND_THE_END = 1_000;

    private final Bytes bytes;
    private final NavigableSet<Long> places;
    private final int instead;
    private int readsBehindTheEnd;

    private PictureInput(Bytes bytes, NavigableSet<Long> places, int instead) {
        this.bytes = bytes;
        this.places = places;
        this.instead = instead;
    }

    /** As it is. @throws Refusal for who goes on and on reading behind the end, as some decoders do for each pixel that is missing */
    static PictureInput plain(Bytes bytes) {
        return new PictureInput(bytes, new TreeSet<>(), 0);
    }

    /** @param profiles where the marker bytes of profiles stand */
    static PictureInput jpeg(Bytes bytes, NavigableSet<Long> profiles) {
        return new PictureInput(bytes, profiles, COMMENT);
    }

    /** @param predictors where pages say from what their samples differ */
    static PictureInput tiff(Bytes bytes, NavigableSet<Long> predictors) {
        return new PictureInput(bytes, predictors, NO_PREDICTOR);
    }

    @Override
    public int read() {
        bitOffset = 0;
        var value = places.contains(streamPos) ? instead : bytes.at(streamPos);
        if (value < 0) {
            end();
        } else {
            streamPos++;
        }
        return value;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        bitOffset = 0;
        var read = bytes.read(streamPos, into, from, count);
        for (var place : places.subSet(streamPos, streamPos + Math.max(0, read))) {
            into[from + (int) (place - streamPos)] = (byte) instead;
        }
        if (read < 0) {
            end();
        }
        streamPos += Math.max(0, read);
        return read;
    }

    private void end() {
        if (++readsBehindTheEnd > MOST_READS_BEHIND_THE_END) {
            throw new Refusal(FileReason.DAMAGED, "the picture is cut off");
        }
    }

    @Override
    public long length() {
        return bytes.length();
    }
}
