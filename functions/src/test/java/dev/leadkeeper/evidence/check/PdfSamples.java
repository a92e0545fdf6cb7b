package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Format.PDF;
import static dev.leadkeeper.evidence.check.Sample.rejected;
import static dev.leadkeeper.evidence.check.Sample.valid;

import dev.leadkeeper.lead.FileReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs, made by PDFBox or by hand. */
final class PdfSamples {
    private PdfSamples() {}

    /** Changes a document before it is saved. */
    interface Change {
        void make(PDDocument document) throws IOException;
    }

    static byte[] pdf(int pages, Change change, CompressParameters compression) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (var i = 0; i < pages; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page)) {
                    stream.beginText();
                    stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    stream.newLineAtOffset(72, 700);
                    stream.showText("Proposal, page " + i + ". Budget and next steps as agreed.");
                    stream.endText();
                }
            }
            change.make(document);
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pdf(int pages, Change change) {
        return pdf(pages, change, CompressParameters.DEFAULT_COMPRESSION);
    }

    static byte[] plain(int pages) {
        return pdf(pages, document -> { }, CompressParameters.NO_COMPRESSION);
    }

    private static Change protect(String user) {
        return document -> {
            var rights = new AccessPermission();
            rights.setCanPrint(false);
            var policy = new StandardProtectionPolicy("owner", user, rights);
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        };
    }

    private static PDComplexFileSpecification attachment(PDDocument document) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream("MZ".getBytes(StandardCharsets.US_ASCII)));
        var specification = new PDComplexFileSpecification();
        specification.setFile("price.exe");
        specification.setEmbeddedFile(file);
        return specification;
    }

    private static byte[] incremental(byte[] content) {
        try (var document = Loader.loadPDF(content); var out = new ByteArrayOutputStream()) {
            document.getPage(0).setRotation(90);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] edited(byte[] content, Consumer<StringBuilder> edit) {
        var text = new StringBuilder(new String(content, StandardCharsets.ISO_8859_1));
        edit.accept(text);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] content, String what, String with) {
        return new String(content, StandardCharsets.ISO_8859_1).replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A document of these objects, numbered from 1, without any table of them. */
    static byte[] byHand(String... objects) {
        var text = new StringBuilder("%PDF-1.7\n");
        for (var i = 0; i < objects.length; i++) {
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return text.append("trailer\n<< /Root 1 0 R /Size ").append(objects.length + 1).append(" >>\nstartxref\n0\n%%EOF\n")
                .toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zeros(int length) {
        try (var out = new ByteArrayOutputStream(); var packed = new DeflaterOutputStream(out)) {
            packed.write(new byte[length]);
            packed.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page of packed blanks, one byte of which is changed. @param at its place; the last one if it is below zero */
    private static byte[] drawn(int at) {
        var packed = zeros(4_000);
        packed[at < 0 ? packed.length - 1 : at] ^= 0x55;
        return byHand("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                "<< /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n" + new String(packed, StandardCharsets.ISO_8859_1) + "\nendstream");
    }

    private static byte[] bomb() {
        var packed = new String(zeros(120_000_000), StandardCharsets.ISO_8859_1);
        return byHand("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>",
                "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.length() + " >>\nstream\n" + packed + "\nendstream");
    }

    private static byte[] large() {
        var random = new byte[6_000_000];
        new java.util.Random(7).nextBytes(random);
        return pdf(1, document -> {
            var stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write(random);
            }
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Blob"), stream);
        });
    }

    static List<Sample> all() {
        var one = pdf(1, document -> { });
        var three = plain(3);
        return List.of(
                valid("one page", "方案.pdf", PDF, one),
                rejected("a page that is a package as well", "方案.pdf", PDF, concat(pdf(1, document -> { }), PackageSamples.zip(PackageSamples.deck())), FileReason.EMBEDDED_FILES),
                valid("without object streams", "plain.PDF", PDF, three),
                valid("120 pages", "long.pdf", PDF, pdf(120, document -> { })),
                valid("a large stream beside the page", "large.pdf", PDF, large()),
                valid("updated incrementally", "updated.pdf", PDF, incremental(one)),
                valid("a header behind other bytes", "mailed.pdf", PDF, concat("X-Mailer: something\r\n\r\n".repeat(20).getBytes(StandardCharsets.US_ASCII), three)),
                valid("a wrong table of objects, which viewers repair", "repaired.pdf", PDF, edited(three, text -> {
                    var at = text.lastIndexOf("startxref");
                    text.replace(at, text.length(), "startxref\n17\n%%EOF\n");
                })),
                valid("restricted, but open to everybody", "restricted.pdf", PDF, pdf(2, protect(""))),
                valid("links to the web", "links.pdf", PDF, pdf(1, document -> {
                    var link = new PDAnnotationLink();
                    var action = new PDActionURI();
                    action.setURI("https://example.com/");
                    link.setAction(action);
                    document.getPage(0).getAnnotations().add(link);
                    document.getPage(0).setAnnotations(List.of(link));
                })),
                valid("a form with a field", "form.pdf", PDF, pdf(1, document -> {
                    var form = new PDAcroForm(document);
                    var field = new PDTextField(form);
                    field.setPartialName("name");
                    form.setFields(List.of(field));
                    document.getDocumentCatalog().setAcroForm(form);
                })),
                valid("an outline", "outline.pdf", PDF, pdf(2, document -> {
                    var outline = new PDDocumentOutline();
                    var item = new PDOutlineItem();
                    item.setTitle("方案");
                    item.setDestination(document.getPage(1));
                    outline.addLast(item);
                    document.getDocumentCatalog().setDocumentOutline(outline);
                })),
                valid("times of creation", "dated.pdf", PDF, pdf(1, document -> {
                    var time = Calendar.getInstance(TimeZone.getTimeZone("GMT+8"));
                    time.setTimeInMillis(1_700_000_000_000L);
                    document.getDocumentInformation().setCreationDate(time);
                    document.getDocumentInformation().setModificationDate(time);
                })),
                valid("a page with nothing on it", "blank.pdf", PDF, byHand("<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")),
                rejected("a password to open", "secret.pdf", PDF, pdf(1, protect("user")), FileReason.ENCRYPTED),
                rejected("encrypted for certificates", "certificate.pdf", PDF, replaced(pdf(1, protect(""), CompressParameters.NO_COMPRESSION),
                        "/Filter /Standard", "/Filter /Adobe.PubSec"), FileReason.ENCRYPTED),
                rejected("a script when it is opened", "script.pdf", PDF, pdf(1, document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))), FileReason.ACTIVE_CONTENT),
                rejected("a script of the document", "names.pdf", PDF, pdf(1, document -> {
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    var scripts = new PDJavascriptNameTreeNode();
                    scripts.setNames(Map.of("a", new PDActionJavaScript("app.alert(1)")));
                    names.setJavascript(scripts);
                    document.getDocumentCatalog().setNames(names);
                }), FileReason.ACTIVE_CONTENT),
                rejected("a script of a page", "page.pdf", PDF, pdf(2, document -> {
                    var actions = new PDPageAdditionalActions();
                    actions.setO(new PDActionJavaScript("app.alert(1)"));
                    document.getPage(1).setActions(actions);
                }), FileReason.ACTIVE_CONTENT),
                rejected("a program to start", "launch.pdf", PDF, pdf(1, document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionLaunch())), FileReason.ACTIVE_CONTENT),
                rejected("a file inside", "embedded.pdf", PDF, pdf(1, document -> {
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    var files = new PDEmbeddedFilesNameTreeNode();
                    files.setNames(Map.of("price.exe", attachment(document)));
                    names.setEmbeddedFiles(files);
                    document.getDocumentCatalog().setNames(names);
                }), FileReason.EMBEDDED_FILES),
                rejected("a file pinned to a page", "pinned.pdf", PDF, pdf(1, document -> {
                    var pin = new PDAnnotationFileAttachment();
                    pin.setFile(attachment(document));
                    document.getPage(0).setAnnotations(List.of(pin));
                }), FileReason.EMBEDDED_FILES),
                rejected("a script and a file", "both.pdf", PDF, pdf(1, document -> {
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                    var pin = new PDAnnotationFileAttachment();
                    pin.setFile(attachment(document));
                    document.getPage(0).setAnnotations(List.of(pin));
                }), FileReason.ACTIVE_CONTENT, FileReason.EMBEDDED_FILES),
                rejected("the first half of a file", "half.pdf", PDF, Arrays.copyOf(three, three.length / 2), FileReason.DAMAGED),
                rejected("no page", "none.pdf", PDF, byHand("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), FileReason.NOTHING_IN_IT),
                rejected("a page that is not there", "missing.pdf", PDF, byHand("<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", "<< /Type /Page /Parent 2 0 R >>"), FileReason.DAMAGED),
                rejected("pages that are their own ancestors", "circle.pdf", PDF, byHand("<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), FileReason.NOTHING_IN_IT),
                valid("a page whose content has a wrong checksum", "checksum.pdf", PDF, drawn(-1)),
                rejected("a page whose content is not packed as it says", "content.pdf", PDF, drawn(0), FileReason.DAMAGED),
                rejected("nothing but a header", "header.pdf", PDF, "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), FileReason.DAMAGED),
                rejected("a stream of objects that unpacks to 120 MB", "bomb.pdf", PDF, bomb(), FileReason.BOMB),
                rejected("arrays in arrays, a million deep", "deep.pdf", PDF, byHand("<< /Type /Catalog /Pages 2 0 R /X " + "[".repeat(1_000_000) + " >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>"), FileReason.DAMAGED));
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
