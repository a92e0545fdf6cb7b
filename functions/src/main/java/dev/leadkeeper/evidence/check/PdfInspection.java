package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: read as leniently as viewers do, up to the last page, and searched for what acts by itself. */
final class PdfInspection {
    private static final long IN_MEMORY = 24L << 20;
    private static final long ON_DISK = 400L << 20;
    /** ISO 32000-1, 7.9.4; everything after the year may be missing, and writers forget apostrophes. */
    private static final Pattern DATE = Pattern.compile(
            "\\s*(?:D:)?(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?\\s*(Z|[+-])?(\\d\\d)?'?(\\d\\d)?.*");
    private static final Pattern KIDS = Pattern.compile("/Kids\\s*\\[([^\\]]*)]");
    private static final Pattern REFERENCE = Pattern.compile("\\d+\\s+\\d+\\s+R");
    private static final Pattern COUNT = Pattern.compile("/Count\\s+(\\d{1,9})");
    private static final int ROOT_LENGTH = 256 * 1024;
    private static final int TAIL = 64 * 1024;
    private static final ZoneOffset ASSUMED = ZoneOffset.ofHours(8);

    private PdfInspection() {}

    static Finding of(Bytes bytes) {
        PdfBombs.check(bytes);
        try (var document = load(bytes)) {
            var trailer = document.getDocument().getTrailer();
            var pages = new PdfPages(bytes.budget());
            pages.read(trailer);
            checkNothingLost(bytes, document.getDocument(), pages.number());
            var active = new PdfActive(bytes.budget());
            active.search(trailer);
            var hints = times(dictionary(trailer, COSName.INFO)).pages(pages.number()).restricted(document.isEncrypted());
            return new Finding(Format.PDF, new ArrayList<>(active.found().keySet()), hints, String.join(", ", active.found().values()));
        } catch (IOException e) {
            throw new Refusal(FileReason.DAMAGED, "cannot be closed");
        }
    }

    private static PDDocument load(Bytes bytes) {
        return Guarded.by(FileReason.DAMAGED, () -> {
            try {
                var cache = MemoryUsageSetting.setupMixed(IN_MEMORY, ON_DISK).streamCache;
                return new PDFParser(new PdfSource(bytes), "", null, null, cache).parse();
            } catch (InvalidPasswordException e) {
                throw new Refusal(FileReason.ENCRYPTED, "a password to open");
            } catch (NoClassDefFoundError e) {
                // PDFBox reads what is encrypted for certain people with a library that we leave out: we are not among them.
                throw new Refusal(FileReason.ENCRYPTED, "encrypted for certificates");
            }
        });
    }

    /**
     * PDFBox repairs a tree of pages by leaving out what it does not find, so the root of the tree is read once more as it stands
     * in the file: no kid of it may be missing, and in a file without an end no page.
     */
    private static void checkNothingLost(Bytes bytes, COSDocument document, long pages) {
        var catalog = dictionary(document.getTrailer(), COSName.ROOT);
        var root = Guarded.or(null, () -> catalog.getItem(COSName.PAGES));
        var offset = root instanceof COSObject reference
                ? document.getXrefTable().get(reference.getKey()) : null;
        var kids = dictionary(catalog, COSName.PAGES).getCOSArray(COSName.KIDS);
        if (offset == null || offset <= 0 || kids == null) {
            return;
        }
        var text = bytes.text(offset, ROOT_LENGTH);
        text = text.substring(0, Math.max(0, text.indexOf("endobj")));
        var listed = KIDS.matcher(text);
        var counted = COUNT.matcher(text);
        if (listed.find() && REFERENCE.matcher(listed.group(1)).results().count() > kids.size()) {
            throw new Refusal(FileReason.DAMAGED, "a page is missing");
        }
        var hasEnd = bytes.find("startxref", bytes.length() - TAIL, bytes.length()) >= 0 || bytes.find("%%EOF", bytes.length() - TAIL, bytes.length()) >= 0;
        if (!hasEnd && counted.find() && Long.parseLong(counted.group(1)) > pages) {
            throw new Refusal(FileReason.DAMAGED, "the end is missing, and with it pages");
        }
    }

    /** The dictionary under a key, {@code null} if there is none that can be read. */
    static COSDictionary dictionary(COSDictionary in, COSName key) {
        return in == null ? null : Guarded.or(null, () -> in.getDictionaryObject(key) instanceof COSDictionary found ? found : null);
    }

    private static Hints times(COSDictionary info) {
        if (info == null) {
            return Hints.NONE;
        }
        var created = Guarded.or(null, () -> info.getString(COSName.CREATION_DATE));
        var modified = Guarded.or(null, () -> info.getString(COSName.MOD_DATE));
        return Hints.NONE.times(time(created), time(modified), hasZone(created) && hasZone(modified));
    }

    private static boolean hasZone(String date) {
        return date == null || DATE.matcher(date).matches() && date.matches(".*[Z+-].*");
    }

    static Instant time(String date) {
        var parts = date == null ? null : DATE.matcher(date);
        if (parts == null || !parts.matches()) {
            return null;
        }
        try {
            var local = LocalDateTime.of(number(parts.group(1), 0), number(parts.group(2), 1), number(parts.group(3), 1),
                    number(parts.group(4), 0), number(parts.group(5), 0), number(parts.group(6), 0));
            var sign = parts.group(7);
            var zone = sign == null ? ASSUMED : sign.equals("Z") ? ZoneOffset.UTC
                    : ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * (60 * number(parts.group(8), 0) + number(parts.group(9), 0)));
            return local.toInstant(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
