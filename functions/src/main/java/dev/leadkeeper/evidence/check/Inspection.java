package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.HexFormat;

/** Tells from the first bytes what a file is, and has it inspected as that. */
final class Inspection {
    private static final int PDF_HEADER_WITHIN = 1024;
    /** DOS and Windows, Linux, macOS (three), Java, Android, Windows shortcuts. */
    private static final String[] PROGRAMS = {"7f454c46", "feedfacf", "cffaedfe", "cefaedfe", "cafebabe", "6465780a", "4c0000000114020000000000c0"};
    private static final String OLE2 = "d0cf11e0a1b11ae1";

    private Inspection() {}

    static Finding of(Bytes bytes, Declaration declared) {
        if (isProgram(bytes)) {
            throw new Refusal(FileReason.PROGRAM, "program");
        }
        var head = HexFormat.of().formatHex(bytes.slice(0, 16));
        if (head.startsWith("504b0304")) {
            return OoxmlInspection.of(bytes);
        }
        if (head.startsWith(OLE2)) {
            return Ole2Inspection.of(bytes);
        }
        var found = plain(bytes, declared);
        return Zip.endsWithOne(bytes) ? found.but(FileReason.EMBEDDED_FILES, "a package behind the end") : found;
    }

    /** What is no package and no compound file. */
    private static Finding plain(Bytes bytes, Declaration declared) {
        var picture = PictureInspection.of(bytes);
        if (picture.isPresent()) {
            return picture.get();
        }
        var recording = AudioInspection.of(bytes);
        if (recording.isPresent()) {
            return recording.get();
        }
        var pdf = bytes.find("%PDF-", 0, PDF_HEADER_WITHIN + 5L);
        if (pdf >= 0) {
            return PdfInspection.of(bytes);
        }
        return TextInspection.of(bytes, declared);
    }

    private static boolean isProgram(Bytes bytes) {
        var head = HexFormat.of().formatHex(bytes.slice(0, 16));
        for (var magic : PROGRAMS) {
            if (head.startsWith(magic)) {
                return true;
            }
        }
        // Text may begin with MZ; a program has a header of 64 bytes, most of them zero.
        return bytes.says(0, "MZ") && bytes.find("\0", 2, 64) >= 0 || bytes.says(0, "#!/") || bytes.says(0, "#! /");
    }
}
