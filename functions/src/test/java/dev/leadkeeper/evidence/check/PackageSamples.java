package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Format.DOCX;
import static dev.leadkeeper.evidence.check.Format.PPTX;
import static dev.leadkeeper.evidence.check.Format.XLSX;
import static dev.leadkeeper.evidence.check.Sample.rejected;
import static dev.leadkeeper.evidence.check.Sample.valid;

import dev.leadkeeper.lead.FileReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of Office Open XML, made entry by entry. */
final class PackageSamples {
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String DECK = OOXML + "presentationml.presentation.main+xml";
    private static final String CORE = """
            <?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2026-03-01T08:00:00Z</dcterms:created>
            <dcterms:modified>2026-03-02T08:00:00Z</dcterms:modified></cp:coreProperties>""";

    private static final String LAUGHS = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";

    private PackageSamples() {}

    static String types(String part, String type, String more) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>" + more + "</Types>";
    }

    static Map<String, byte[]> parts(String types, String main) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", text(types));
        parts.put("_rels/.rels", text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
        parts.put(main, text("<main>方案</main>"));
        parts.put("docProps/core.xml", text(CORE));
        return parts;
    }

    static Map<String, byte[]> deck() {
        var parts = parts(types("/ppt/presentation.xml", DECK, ""), "ppt/presentation.xml");
        parts.put("ppt/slides/slide1.xml", text("<sld>一</sld>"));
        parts.put("ppt/slides/slide2.xml", text("<sld>" + "text ".repeat(3_000) + "</sld>"));
        return parts;
    }

    static Map<String, byte[]> document() {
        return parts(types("/word/document.xml", OOXML + "wordprocessingml.document.main+xml", ""), "word/document.xml");
    }

    static Map<String, byte[]> sheet() {
        var parts = parts(types("/xl/workbook.xml", OOXML + "spreadsheetml.sheet.main+xml", ""), "xl/workbook.xml");
        parts.put("xl/worksheets/sheet1.xml", text("<worksheet><c>1</c></worksheet>"));
        return parts;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] content) {
        var all = new LinkedHashMap<>(parts);
        all.put(name, content);
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        try (var out = new ByteArrayOutputStream(); var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The package with some bytes of it exchanged wherever they stand, headers and directory alike. */
    private static byte[] renamed(byte[] zip, String what, String with) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flagged(byte[] zip) {
        var bytes = zip.clone();
        for (var i = 0; i + 10 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        return bytes;
    }

    private static byte[] overlapping(byte[] zip) {
        var bytes = zip.clone();
        var first = -1;
        for (var i = 0; i + 46 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                if (first >= 0) {
                    System.arraycopy(bytes, first + 42, bytes, i + 42, 4);
                }
                first = first < 0 ? i : first;
            }
        }
        return bytes;
    }

    private static byte[] corrupted(byte[] zip) {
        var bytes = zip.clone();
        bytes[bytes.length / 3] ^= 0x55;
        return bytes;
    }

    private static Map<String, byte[]> macroDeck() {
        var parts = parts(types("/ppt/presentation.xml", "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"), "ppt/presentation.xml");
        parts.put("ppt/vbaProject.bin", new byte[300]);
        return parts;
    }

    private static Map<String, byte[]> empty(int number) {
        var parts = deck();
        for (var i = 0; i < number; i++) {
            parts.put("x/" + i, new byte[0]);
        }
        return parts;
    }

    static List<Sample> all() {
        return List.of(
                valid("a deck", "方案.pptx", PPTX, zip(deck())),
                valid("a slide show", "show.ppsx", PPTX, zip(parts(types("/ppt/presentation.xml", OOXML + "presentationml.slideshow.main+xml", ""), "ppt/presentation.xml"))),
                valid("a document", "notes.docx", DOCX, zip(document())),
                valid("a spreadsheet", "quote.xlsx", XLSX, zip(sheet())),
                valid("a deck with a spreadsheet in a chart", "chart.pptx", PPTX, zip(with(deck(), "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", zip(sheet())))),
                valid("folders as entries", "folders.docx", DOCX, zip(with(document(), "word/media/", new byte[0]))),
                valid("main type by extension", "default.docx", DOCX, zip(parts(types("/none.xml", "application/xml",
                        "<Default Extension=\"XML\" ContentType=\"" + OOXML + "wordprocessingml.document.main+xml\"/>"), "word/document.xml"))),
                valid("a large blank picture", "picture.docx", DOCX, zip(with(document(), "word/media/image1.bmp", new byte[40_000_000]))),
                rejected("a deck with macros, renamed", "方案.pptx", PPTX, zip(macroDeck()), FileReason.MACROS),
                rejected("macros that only the part shows", "hidden.docx", DOCX, zip(with(document(), "word/vbaProject.bin", new byte[100])), FileReason.MACROS),
                rejected("macros under another name", "other.xlsx", XLSX, zip(with(parts(types("/xl/workbook.xml", OOXML + "spreadsheetml.sheet.main+xml",
                        "<Override PartName=\"/xl/x.dat\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"), "xl/workbook.xml"), "xl/x.dat", new byte[9])), FileReason.MACROS),
                rejected("a sheet of old macros", "old.xlsx", XLSX, zip(with(sheet(), "xl/macrosheets/sheet1.xml", text("<m/>"))), FileReason.MACROS),
                rejected("a template with macros, renamed", "template.docx", DOCX, zip(parts(types("/word/document.xml",
                        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", ""), "word/document.xml")), FileReason.MACROS),
                rejected("definitions that multiply in a page", "laughs.docx", DOCX, zip(with(document(), "word/document.xml", text(LAUGHS))), FileReason.UNSAFE_PACKAGE),
                rejected("definitions that multiply in texts", "laughs.xlsx", XLSX, zip(with(sheet(), "xl/sharedStrings.xml", text(LAUGHS))), FileReason.UNSAFE_PACKAGE),
                rejected("definitions that multiply in the types", "types.xlsx", XLSX, zip(with(sheet(), "[Content_Types].xml", text(LAUGHS))), FileReason.UNSAFE_PACKAGE),
                rejected("a control", "control.docx", DOCX, zip(with(parts(types("/word/document.xml", OOXML + "wordprocessingml.document.main+xml",
                        "<Override PartName=\"/word/activeX/activeX1.xml\" ContentType=\"application/vnd.ms-office.activeX+xml\"/>"), "word/document.xml"),
                        "word/activeX/activeX1.xml", text("<ax/>"))), FileReason.ACTIVE_CONTENT),
                rejected("a document that is said to be a deck", "deck.pptx", PPTX, zip(document()), FileReason.WRONG_TYPE),
                rejected("a package of something else", "archive.docx", DOCX, zip(Map.of("readme.txt", text("hello"))), FileReason.UNSUPPORTED),
                rejected("a type that nobody knows", "drawing.docx", DOCX, zip(parts(types("/visio/document.xml", "application/vnd.ms-visio.drawing.main+xml", ""), "visio/document.xml")), FileReason.UNSUPPORTED),
                rejected("an entry that climbs", "climb.docx", DOCX, zip(with(document(), "word/../../../etc/cron.d/x", text("x"))), FileReason.UNSAFE_PACKAGE),
                rejected("an entry that climbs backwards", "back.docx", DOCX, zip(with(document(), "word\\..\\..\\x", text("x"))), FileReason.UNSAFE_PACKAGE),
                rejected("two entries of one name", "twice.docx", DOCX, renamed(zip(with(document(), "word/documenT.xmX", text("<a/>"))), "word/documenT.xmX", "word/documenT.xml"), FileReason.UNSAFE_PACKAGE),
                rejected("a sheet that unpacks to 100 MB of nothing", "bomb.xlsx", XLSX, zip(with(sheet(), "xl/worksheets/sheet2.xml", text("<worksheet>" + " ".repeat(100_000_000) + "</worksheet>"))), FileReason.BOMB),
                rejected("entries that share their bytes", "overlap.xlsx", XLSX, overlapping(zip(sheet())), FileReason.BOMB),
                rejected("30,000 entries", "many.pptx", PPTX, zip(empty(30_000)), FileReason.BOMB),
                rejected("the first half of a file", "half.pptx", PPTX, Arrays.copyOf(zip(deck()), 900), FileReason.DAMAGED),
                rejected("bytes exchanged on the way", "corrupted.pptx", PPTX, corrupted(zip(Map.of("[Content_Types].xml", text(types("/ppt/presentation.xml", DECK, "")),
                        "ppt/presentation.xml", new byte[5_000]))), FileReason.DAMAGED),
                rejected("a slide that is no XML", "slide.pptx", PPTX, zip(with(deck(), "ppt/slides/slide3.xml", text("no XML at all"))), FileReason.DAMAGED),
                rejected("a document type in a page", "dtd.docx", DOCX, zip(with(document(), "word/document.xml",
                        text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))), FileReason.UNSAFE_PACKAGE),
                rejected("a document type with a character that is none", "control.docx", DOCX, zip(with(document(), "word/document.xml",
                        text("<!DOCTYPE a [ \u0001 ]><a/>"))), FileReason.DAMAGED),
                rejected("an entry with a password", "locked.docx", DOCX, flagged(zip(document())), FileReason.ENCRYPTED));
    }
}
