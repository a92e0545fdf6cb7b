package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/** The pages, one after the other: each is there, and what is drawn on it can be unpacked. */
final class PdfPages {
    private static final int MOST = 100_000;
    /** Bytes of drawing that are unpacked; the pages after that are only looked up. */
    private static final long MOST_UNPACKED = 200_000_000L;
    private static final int SIGNIFICANT = 16;

    private final Budget budget;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long number;
    private long unpacked;

    PdfPages(Budget budget) {
        this.budget = budget;
    }

    long number() {
        return number;
    }

    /** @throws Refusal if a page is missing, or there is none */
    void read(COSDictionary trailer) {
        var catalog = PdfInspection.dictionary(trailer, COSName.ROOT);
        var root = PdfInspection.dictionary(catalog, COSName.PAGES);
        if (root == null) {
            throw new Refusal(FileReason.DAMAGED, "no tree of pages");
        }
        var open = new ArrayDeque<COSDictionary>();
        open.push(root);
        while (!open.isEmpty()) {
            var node = open.pop();
            budget.spend(100);
            if (!seen.add(node)) {
                continue;
            }
            var kids = Guarded.or(null, () -> node.getDictionaryObject(COSName.KIDS));
            if (kids instanceof COSArray array) {
                descend(array, open);
            } else if (node != root || COSName.PAGE.equals(node.getCOSName(COSName.TYPE))) {
                page(node);
            }
        }
        if (number == 0) {
            throw new Refusal(FileReason.NOTHING_IN_IT, "no page");
        }
    }

    private void descend(COSArray kids, ArrayDeque<COSDictionary> open) {
        for (var i = kids.size() - 1; i >= 0; i--) {
            var index = i;
            var kid = Guarded.or(null, () -> kids.getObject(index));
            if (!(kid instanceof COSDictionary dictionary)) {
                throw new Refusal(FileReason.DAMAGED, "a page is missing");
            }
            open.push(dictionary);
        }
    }

    private void page(COSDictionary page) {
        if (++number > MOST) {
            throw new Refusal(FileReason.TOO_COMPLEX, "over " + MOST + " pages");
        }
        var item = page.getItem(COSName.CONTENTS);
        switch (Guarded.or(null, () -> page.getDictionaryObject(COSName.CONTENTS))) {
            case COSStream stream -> draw(stream);
            case COSArray parts -> {
                for (var i = 0; i < parts.size(); i++) {
                    var index = i;
                    if (Guarded.or(null, () -> parts.getObject(index)) instanceof COSStream stream) {
                        draw(stream);
                    }
                }
            }
            case null -> {
                if (item instanceof COSObject) {
                    throw new Refusal(FileReason.DAMAGED, "the content of a page is missing");
                }
            }
            // Anything else is an empty page to viewers.
            default -> { }
        }
    }

    /** Viewers draw what they can unpack of a stream and forgive its end; nothing at all is too little. */
    private void draw(COSStream stream) {
        if (!seen.add(stream) || unpacked > MOST_UNPACKED) {
            return;
        }
        var filter = Guarded.or(null, () -> stream.getDictionaryObject(COSName.FILTER));
        var first = filter instanceof COSArray several && several.size() > 0 ? Guarded.or(null, () -> several.getObject(0)) : filter;
        if (!COSName.FLATE_DECODE.equals(first) && !COSName.FLATE_DECODE_ABBREVIATION.equals(first)) {
            return;
        }
        var length = Guarded.or(0L, stream::getLength);
        var drawn = Guarded.or(0L, () -> unpack(stream));
        if (drawn == 0 && length > SIGNIFICANT) {
            throw new Refusal(FileReason.DAMAGED, "the content of a page cannot be unpacked");
        }
        unpacked += drawn;
    }

    /** Without a look at the checksum, as viewers do it, and in small steps, because what a step gave is lost when it fails. */
    private long unpack(COSStream stream) throws IOException {
        var count = 0L;
        var sink = new byte[1024];
        var inflater = new Inflater(true);
        try (var packed = stream.createRawInputStream()) {
            var header = packed.readNBytes(2);
            if (header.length < 2 || (header[0] & 0x0F) != Deflater.DEFLATED || ((header[0] & 0xFF) << 8 | header[1] & 0xFF) % 31 != 0) {
                return 0;
            }
            try (var in = new InflaterInputStream(packed, inflater, 32 * 1024)) {
                for (var read = in.read(sink); read >= 0 && unpacked + count <= MOST_UNPACKED; read = in.read(sink)) {
                    budget.spend(read);
                    count += read;
                }
            }
        } catch (ZipException | EOFException brokenOff) {
            return count;
        } finally {
            inflater.end();
        }
        return count;
    }
}
