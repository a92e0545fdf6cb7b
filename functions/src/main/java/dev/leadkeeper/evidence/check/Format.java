package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Kind.AUDIO;
import static dev.leadkeeper.evidence.check.Kind.DOCUMENT;
import static dev.leadkeeper.evidence.check.Kind.IMAGE;
import static dev.leadkeeper.evidence.check.Kind.PRESENTATION;
import static dev.leadkeeper.evidence.check.Kind.SPREADSHEET;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The formats that are understood. The first media type is the format's own; the others are what browsers and phones say as
 * well. An extension that is not listed does not go with the format.
 */
public enum Format {
    PDF(Kind.PDF, "pdf", "application/pdf application/x-pdf"),
    PPTX(PRESENTATION, "pptx ppsx potx", "application/vnd.openxmlformats-officedocument.presentationml.presentation "
            + "application/vnd.openxmlformats-officedocument.presentationml.slideshow "
            + "application/vnd.openxmlformats-officedocument.presentationml.template"),
    PPT(PRESENTATION, "ppt pps pot dps", "application/vnd.ms-powerpoint application/mspowerpoint application/kswps application/wps-office.ppt"),
    DOCX(DOCUMENT, "docx dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    DOC(DOCUMENT, "doc dot wps", "application/msword application/vnd.ms-word application/vnd.ms-works application/kswps application/wps-office.doc"),
    XLSX(SPREADSHEET, "xlsx xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    XLS(SPREADSHEET, "xls xlt et", "application/vnd.ms-excel application/msexcel application/x-msexcel application/kset application/wps-office.xls"),
    JPEG(IMAGE, "jpg jpeg jpe jfif", "image/jpeg image/jpg image/pjpeg"),
    PNG(IMAGE, "png", "image/png image/x-png image/apng"),
    GIF(IMAGE, "gif", "image/gif"),
    BMP(IMAGE, "bmp dib", "image/bmp image/x-ms-bmp image/x-bmp"),
    TIFF(IMAGE, "tif tiff", "image/tiff"),
    WEBP(IMAGE, "webp", "image/webp"),
    HEIC(IMAGE, "heic heif hif", "image/heic image/heif image/heic-sequence image/heif-sequence"),
    MP3(AUDIO, "mp3", "audio/mpeg audio/mp3 audio/mpeg3 audio/x-mpeg audio/x-mp3"),
    M4A(AUDIO, "m4a mp4 m4b 3gp 3gpp aac", "audio/mp4 audio/m4a audio/x-m4a audio/aac audio/3gpp audio/3gpp2 video/mp4 video/3gpp"),
    AAC(AUDIO, "aac", "audio/aac audio/x-aac audio/aacp audio/x-hx-aac-adts audio/vnd.dlna.adts"),
    WAV(AUDIO, "wav wave", "audio/wav audio/x-wav audio/wave audio/vnd.wave audio/x-pn-wav"),
    AMR(AUDIO, "amr awb", "audio/amr audio/amr-wb audio/x-amr audio/3gpp"),
    SILK(AUDIO, "silk slk amr aud", "audio/silk audio/x-silk audio/amr audio/x-amr"),
    OGG(AUDIO, "ogg oga opus spx", "audio/ogg application/ogg audio/opus audio/x-opus+ogg audio/vorbis audio/speex"),
    MAIL(Kind.MAIL, "eml", "message/rfc822 text/plain"),
    TEXT(Kind.TEXT, "txt text log md csv tsv srt vtt", "text/plain text/markdown text/csv text/tab-separated-values text/vtt "
            + "application/x-subrip application/vnd.ms-excel");

    /** What a browser says that knows no better. */
    private static final String UNKNOWN = "application/octet-stream";

    private final Kind kind;
    private final List<String> extensions;
    private final List<String> types;

    Format(Kind kind, String extensions, String types) {
        this.kind = kind;
        this.extensions = List.of(extensions.split(" "));
        this.types = List.of(types.split(" "));
    }

    public Kind kind() {
        return kind;
    }

    /** The media type that a browser would say of a file of this name. */
    public static String typeOf(String name) {
        var named = new Declaration(name, "", 0, "");
        return Stream.of(values()).filter(each -> each.extensions.contains(named.extension()))
                .min(Comparator.comparingInt(each -> each.extensions.indexOf(named.extension()))).map(Format::type).orElse(UNKNOWN);
    }

    /** The media type that it is kept under. */
    public String type() {
        return types.getFirst();
    }

    /** Whether the declared name and type go with this format; a name without extension and an unknown type say nothing. */
    boolean goesWith(Declaration declared) {
        var type = declared.plainType();
        var extension = declared.extension();
        return (type.isEmpty() || type.equals(UNKNOWN) || types.contains(type)) && (extension.isEmpty() || extensions.contains(extension));
    }

    /** Whether the declared name says this format. */
    boolean isNamedBy(Declaration declared) {
        return extensions.contains(declared.extension()) || declared.extension().isEmpty() && types.contains(declared.plainType());
    }

    /** How people call it. */
    public String label() {
        return this == TEXT || this == MAIL ? name().toLowerCase(Locale.ROOT) : name();
    }
}
