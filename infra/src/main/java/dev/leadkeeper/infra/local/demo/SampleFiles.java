package dev.leadkeeper.infra.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The files that the sample run uploads, made on the spot. */
final class SampleFiles {
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private static final String MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml";

    private SampleFiles() {}

    /** A page under this title. @param made when the file says that it was made */
    static byte[] pdf(String title, Instant made) throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(72, 600, 400, 100); // no text: fonts of the machine would be looked for
                content.fill();
            }
            document.getDocumentInformation().setTitle(title);
            var date = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(date);
            document.getDocumentInformation().setModificationDate(date);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A presentation of one slide. @param macros whether it has a macro project, whatever its name will say */
    static byte[] deck(String title, boolean macros) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + (macros ? "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>" : "")
                + "<Override PartName=\"/ppt/presentation.xml\" ContentType=\"" + (macros ? MACROS : MAIN) + "\"/></Types>");
        parts.put("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
        parts.put("ppt/presentation.xml", "<presentation/>");
        parts.put("ppt/slides/slide1.xml", "<sld><t>" + title + "</t></sld>");
        if (macros) {
            parts.put("ppt/vbaProject.bin", "Attribute VB_Name = \"AutoOpen\"");
        }
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(0); // the same file every time
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
