package dev.leadkeeper.evidence.check;

import org.apache.pdfbox.cos.COSName;

/** Files of the corpus for tests of other packages. */
public final class Corpora {
    private Corpora() {}

    public static String sha256(byte[] content) {
        return Sample.sha256(content);
    }

    /** A file by its title. */
    public static byte[] file(String title) {
        return Corpus.all().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow().content();
    }

    /** A PDF that says that it was saved then, as {@code D:20260301101112+08'00'}. */
    public static byte[] pdf(String savedAt, int pages) {
        return PdfSamples.pdf(pages, document -> {
            document.getDocumentInformation().getCOSObject().setString(COSName.MOD_DATE, savedAt);
            document.getDocumentInformation().getCOSObject().setString(COSName.CREATION_DATE, savedAt);
        });
    }
}
