package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;

/** The office formats before 2007, told apart by their streams; and what hides in the same wrapping: encrypted new ones. */
final class Ole2Inspection {
    /** Word: https://learn.microsoft.com/openspecs/office_file_formats/ms-doc, FibBase. */
    private static final int WORD_MAGIC = 0xA500;
    /** Word 95 of Korea, China and Japan: 0xA697 to 0xA699. */
    private static final int WORD_MAGIC_ASIA = 0xA600;
    private static final int WORD_ENCRYPTED = 0x0100;
    /** PowerPoint: CurrentUserAtom.headerToken in [MS-PPT]. */
    private static final int DECK_ENCRYPTED = 0xF3D1C4DF;
    /** The first bytes of a DocumentContainer. */
    private static final int DECK_DOCUMENT = 0x0F00E803;
    /** The header of a VBAInfoAtom; then come a number and whether there are macros. */
    private static final long DECK_MACROS = 0x020000040C000000L;
    private static final int DECK_HAS_MACROS = 0x01000000;
    /** Excel: record types in [MS-XLS]. */
    private static final int SHEET = 0x0085;
    private static final int PASSWORD = 0x002F;
    private static final int END = 0x000A;
    private static final int MOST_RECORDS = 2_000_000;
    /** 100 ns steps from 1601 to 1970. */
    private static final long FILETIME_EPOCH = 116_444_736_000_000_000L;

    private final Ole2 file;

    private Ole2Inspection(Ole2 file) {
        this.file = file;
    }

    static Finding of(Bytes bytes) {
        return new Ole2Inspection(new Ole2(bytes)).inspect();
    }

    private Finding inspect() {
        if (file.stream("EncryptedPackage").isPresent()) {
            throw new Refusal(FileReason.ENCRYPTED, "an encrypted package");
        }
        var format = format();
        var main = Guarded.by(FileReason.DAMAGED, () -> inspect(format));
        if (main || file.has("VBA") || file.has("_VBA_PROJECT") || file.has("_VBA_PROJECT_CUR")) {
            return new Finding(format, java.util.List.of(FileReason.MACROS), times(), "macros");
        }
        return Finding.fine(format, times());
    }

    private Format format() {
        if (file.stream("PowerPoint Document").isPresent()) {
            return Format.PPT;
        }
        if (file.stream("WordDocument").isPresent()) {
            return Format.DOC;
        }
        if (workbook().isPresent()) {
            return Format.XLS;
        }
        throw new Refusal(FileReason.UNSUPPORTED, "a compound file of something else");
    }

    private Optional<Ole2.Entry> workbook() {
        return file.stream("Workbook").or(() -> file.stream("Book"));
    }

    /** Reads the main stream to its end; whether it says that there are macros. */
    private boolean inspect(Format format) throws IOException {
        return switch (format) {
            case PPT -> deck();
            case DOC -> text();
            case XLS -> sheets();
            case PDF, PPTX, DOCX, XLSX, JPEG, PNG, GIF, BMP, TIFF, WEBP, HEIC, MP3, M4A, AAC, WAV, AMR, SILK, OGG, MAIL, TEXT ->
                    throw new IllegalArgumentException("no compound file: " + format);
        };
    }

    private boolean text() throws IOException {
        try (var in = file.open(file.stream("WordDocument").orElseThrow())) {
            var head = ByteBuffer.wrap(in.readNBytes(12)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.remaining() < 12 || (head.getShort(0) & 0xFF00) != WORD_MAGIC && (head.getShort(0) & 0xFF00) != WORD_MAGIC_ASIA) {
                throw new Refusal(FileReason.DAMAGED, "no Word document in the Word stream");
            }
            if ((head.getShort(10) & WORD_ENCRYPTED) != 0) {
                throw new Refusal(FileReason.ENCRYPTED, "a Word document with a password");
            }
            drain(in);
        }
        return false;
    }

    private boolean deck() throws IOException {
        var user = file.stream("Current User");
        if (user.isPresent()) {
            try (var in = file.open(user.get())) {
                var head = ByteBuffer.wrap(in.readNBytes(16)).order(ByteOrder.LITTLE_ENDIAN);
                if (head.remaining() == 16 && head.getInt(12) == DECK_ENCRYPTED) {
                    throw new Refusal(FileReason.ENCRYPTED, "a deck with a password");
                }
            }
        }
        try (var in = new BufferedInputStream(file.open(file.stream("PowerPoint Document").orElseThrow()))) {
            return hasMacros(in);
        }
    }

    /**
     * Looks at every byte rather than from record to record: writers leave gaps between those, and some records that say to hold
     * others hold a package.
     */
    private boolean hasMacros(InputStream in) throws IOException {
        var macros = false;
        var document = false;
        var before = 0L;
        var last = 0L;
        for (var next = in.read(); next >= 0; next = in.read()) {
            before = before << 8 | last >>> 56;
            last = last << 8 | next;
            document |= (int) last == DECK_DOCUMENT;
            macros |= before == DECK_MACROS && (int) last == DECK_HAS_MACROS;
        }
        if (!document) {
            throw file.stream("PersistentStorage Directory").isPresent() ? new Refusal(FileReason.UNSUPPORTED, "a deck older than PowerPoint 97")
                    : new Refusal(FileReason.DAMAGED, "no document in the deck");
        }
        return macros;
    }

    private boolean sheets() throws IOException {
        try (var in = file.open(workbook().orElseThrow())) {
            var macros = false;
            for (var records = 0; records < MOST_RECORDS; records++) {
                var header = ByteBuffer.wrap(in.readNBytes(4)).order(ByteOrder.LITTLE_ENDIAN);
                if (header.remaining() < 4) {
                    throw new Refusal(FileReason.DAMAGED, "a workbook without end");
                }
                var type = header.getShort(0) & 0xFFFF;
                var content = ByteBuffer.wrap(in.readNBytes(header.getShort(2) & 0xFFFF)).order(ByteOrder.LITTLE_ENDIAN);
                if (records == 0 && (type & 0xFF) != 0x09) {
                    throw new Refusal(FileReason.DAMAGED, "a workbook without beginning");
                }
                if (type == PASSWORD) {
                    throw new Refusal(FileReason.ENCRYPTED, "a workbook with a password");
                }
                // Kind of sheet: 1 a sheet of Excel 4 macros, 6 a module.
                macros |= type == SHEET && content.remaining() > 5 && (content.get(5) == 1 || content.get(5) == 6);
                if (type == END) {
                    break;
                }
            }
            drain(in);
            return macros;
        }
    }

    private static void drain(InputStream in) throws IOException {
        var sink = new byte[16 * 1024];
        while (in.read(sink, 0, sink.length) >= 0) {
            // only to see that it can be read
        }
    }

    /** [MS-OLEPS] SummaryInformation: properties 12 (created) and 13 (saved). */
    private Hints times() {
        var summary = file.stream("\5SummaryInformation");
        return summary.isEmpty() ? Hints.NONE : Guarded.or(Hints.NONE, () -> {
            try (var in = file.open(summary.get())) {
                var set = ByteBuffer.wrap(in.readNBytes(64 * 1024)).order(ByteOrder.LITTLE_ENDIAN);
                var section = set.getInt(44);
                Instant created = null;
                Instant modified = null;
                for (var i = 0; i < Math.min(100, set.getInt(section + 4)); i++) {
                    var id = set.getInt(section + 8 + 8 * i);
                    if (id == 12 || id == 13) {
                        var at = section + set.getInt(section + 12 + 8 * i) + 4;
                        var time = time(set.getLong(at));
                        created = id == 12 ? time : created;
                        modified = id == 13 ? time : modified;
                    }
                }
                return Hints.NONE.times(created, modified, true);
            } catch (Refusal unreadable) {
                return Hints.NONE;
            }
        });
    }

    private static Instant time(long filetime) {
        return filetime <= FILETIME_EPOCH ? null : Instant.ofEpochMilli((filetime - FILETIME_EPOCH) / 10_000);
    }
}
