package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Format.DOC;
import static dev.leadkeeper.evidence.check.Format.PPT;
import static dev.leadkeeper.evidence.check.Format.PPTX;
import static dev.leadkeeper.evidence.check.Format.XLS;
import static dev.leadkeeper.evidence.check.Sample.rejected;
import static dev.leadkeeper.evidence.check.Sample.valid;

import dev.leadkeeper.lead.FileReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The formats before 2007, as far as the checker reads them. */
final class CompoundSamples {
    private CompoundSamples() {}

    static byte[] word(int flags) {
        return ByteBuffer.allocate(5_000).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) 0xA5EC).putShort(2, (short) 0x00C1)
                .putShort(10, (short) flags).array();
    }

    private static ByteBuffer record(int first, int type, int length) {
        return ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) first).putShort((short) type).putInt(length);
    }

    static byte[] deck(boolean macros) {
        var atom = record(2, 0x0400, 12).putInt(1).putInt(macros ? 1 : 0).putInt(2).array();
        var info = record(0xF, 0x03FF, atom.length).put(atom).array();
        var list = record(0xF, 0x07D0, info.length).put(info).array();
        return PdfSamples.concat(record(0xF, 0x03E8, list.length).put(list).array(), record(0, 0x0FA0, 6_000).array());
    }

    private static byte[] user(int token) {
        return record(0, 0x0FF6, 24).putInt(20).putInt(token).array();
    }

    private static byte[] biff(int type, byte... content) {
        return ByteBuffer.allocate(4 + content.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) type).putShort((short) content.length).put(content).array();
    }

    static byte[] workbook(byte[] special, int sheetKind) {
        return PdfSamples.concat(biff(0x0809, (byte) 0, (byte) 6, (byte) 5, (byte) 0), special,
                biff(0x0085, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) sheetKind, (byte) 1, (byte) 0, (byte) 'A'), biff(0x000A), new byte[4_000]);
    }

    private static byte[] summary() {
        var created = (1_700_000_000L + 11_644_473_600L) * 10_000_000L;
        var set = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        set.putShort(0, (short) 0xFFFE).putInt(24, 1).putInt(44, 48);
        set.putInt(48, 100).putInt(52, 2).putInt(56, 12).putInt(60, 24).putInt(64, 13).putInt(68, 36);
        return set.putInt(72, 0x40).putLong(76, created).putInt(84, 0x40).putLong(88, created).array();
    }

    private static byte[] circle(byte[] file) {
        var out = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        // The first chain is the directory's; its last sector becomes its own successor.
        for (var i = 1; i < 128; i++) {
            if (out.getInt(512 + 4 * i) == -2) {
                return out.putInt(512 + 4 * i, i).array();
            }
        }
        throw new IllegalStateException("no chain");
    }

    static List<Sample> all() {
        var doc = new Compound().with("WordDocument", word(0)).with("1Table", new byte[900]).with("\5SummaryInformation", summary()).write();
        return List.of(
                valid("a document of old", "合同.doc", DOC, doc),
                valid("the same from WPS", "合同.wps", DOC, doc),
                valid("a deck of old", "方案.ppt", PPT, new Compound().with("PowerPoint Document", deck(false)).with("Current User", user(0xE391C05F)).write()),
                valid("a spreadsheet of old", "报价.xls", XLS, new Compound().with("Workbook", workbook(new byte[0], 0)).write()),
                valid("a document with a deck in it", "with-deck.doc", DOC, new Compound().with("ObjectPool").with("ObjectPool/_1")
                        .with("ObjectPool/_1/PowerPoint Document", deck(false)).with("WordDocument", word(0)).write()),
                valid("a spreadsheet with a document with a password in it", "with-secret.xls", XLS, new Compound().with("MBD1")
                        .with("MBD1/EncryptedPackage", new byte[900]).with("Workbook", workbook(new byte[0], 0)).write()),
                valid("a document of 1995 from China", "1995.doc", DOC, new Compound().with("WordDocument", ByteBuffer.wrap(word(0)).order(ByteOrder.LITTLE_ENDIAN)
                        .putShort(0, (short) 0xA698).array()).write()),
                valid("a deck with gaps", "gaps.ppt", PPT, new Compound().with("PowerPoint Document", PdfSamples.concat(new byte[4_091], deck(false))).write()),
                valid("a deck with a package in a record", "tables.ppt", PPT, new Compound().with("PowerPoint Document",
                        PdfSamples.concat(record(0xF, 0x0428, 600).put(PackageSamples.zip(PackageSamples.sheet()), 0, 500).array(), deck(false))).write()),
                rejected("a deck with macros behind a gap", "gap.ppt", PPT, new Compound().with("PowerPoint Document",
                        PdfSamples.concat(new byte[4_091], deck(true))).write(), FileReason.MACROS),
                rejected("a deck without document", "nothing.ppt", PPT, new Compound().with("PowerPoint Document", new byte[5_000]).write(), FileReason.DAMAGED),
                rejected("a spreadsheet with a document with macros in it", "deep.xls", XLS, new Compound().with("MBD1").with("MBD1/Macros").with("MBD1/Macros/VBA")
                        .with("Workbook", workbook(new byte[0], 0)).write(), FileReason.MACROS),
                rejected("a document with macros", "macro.doc", DOC, new Compound().with("WordDocument", word(0)).with("Macros").with("VBA").write(), FileReason.MACROS),
                rejected("a deck with macros", "macro.ppt", PPT, new Compound().with("PowerPoint Document", deck(true)).write(), FileReason.MACROS),
                rejected("a spreadsheet with macros", "macro.xls", XLS, new Compound().with("Workbook", workbook(new byte[0], 0)).with("_VBA_PROJECT_CUR").write(), FileReason.MACROS),
                rejected("a spreadsheet with macros of the nineties", "old.xls", XLS, new Compound().with("Workbook", workbook(new byte[0], 1)).write(), FileReason.MACROS),
                rejected("a document with a password", "secret.doc", DOC, new Compound().with("WordDocument", word(0x0100)).write(), FileReason.ENCRYPTED),
                rejected("a deck with a password", "secret.ppt", PPT, new Compound().with("PowerPoint Document", deck(false)).with("Current User", user(0xF3D1C4DF)).write(), FileReason.ENCRYPTED),
                rejected("a spreadsheet with a password", "secret.xls", XLS, new Compound().with("Workbook", workbook(biff(0x002F, new byte[6]), 0)).write(), FileReason.ENCRYPTED),
                rejected("a new deck with a password", "secret.pptx", PPTX, new Compound().with("EncryptionInfo", new byte[300]).with("EncryptedPackage", new byte[900]).write(), FileReason.ENCRYPTED),
                rejected("a mail of Outlook", "mail.doc", DOC, new Compound().with("__properties_version1.0", new byte[32]).write(), FileReason.UNSUPPORTED),
                rejected("an old document named as a new one", "new.pptx", PPTX, doc, FileReason.WRONG_TYPE),
                rejected("the first half of a file", "half.doc", DOC, Arrays.copyOf(doc, doc.length / 2), FileReason.DAMAGED),
                rejected("a chain of sectors that bites itself", "circle.doc", DOC, circle(doc), FileReason.DAMAGED));
    }
}
