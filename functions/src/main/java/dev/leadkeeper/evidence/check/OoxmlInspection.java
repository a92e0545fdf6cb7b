package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Office Open XML: what a package is stands in {@code [Content_Types].xml}, and only there do a presentation and one with
 * macros differ. Every part is unpacked and compared with its checksum; the pages themselves are parsed.
 */
final class OoxmlInspection {
    private static final Map<String, Format> MAIN = Map.of(
            "presentationml.presentation.main+xml", Format.PPTX, "presentationml.slideshow.main+xml", Format.PPTX,
            "presentationml.template.main+xml", Format.PPTX,
            "wordprocessingml.document.main+xml", Format.DOCX, "wordprocessingml.template.main+xml", Format.DOCX,
            "spreadsheetml.sheet.main+xml", Format.XLSX, "spreadsheetml.template.main+xml", Format.XLSX);
    private static final Map<String, Format> MAIN_WITH_MACROS = Map.of(
            "powerpoint.presentation.", Format.PPTX, "powerpoint.slideshow.", Format.PPTX, "powerpoint.template.", Format.PPTX,
            "powerpoint.addin.", Format.PPTX, "word.document.", Format.DOCX, "word.template.", Format.DOCX,
            "excel.sheet.", Format.XLSX, "excel.template.", Format.XLSX, "excel.addin.", Format.XLSX);
    private static final Pattern PAGE = Pattern.compile("(ppt/slides/[^/]+|xl/worksheets/[^/]+|word/document\\d*|xl/workbook|ppt/presentation)\\.xml",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SLIDE = Pattern.compile("ppt/slides/[^/]+\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile("(?i).*\\.(xml|rels)");
    private static final Pattern MACROS = Pattern.compile("(?i)(.*/)?(vbaProject[^/]*\\.bin|vbaData\\.xml)|xl/(intl)?macrosheets/.*");
    /** Bytes of XML that are parsed; what is more is only unpacked. */
    private static final long MOST_PARSED = 150_000_000L;

    private final Zip zip;
    private final ArrayList<String> details = new ArrayList<>();
    private final TreeSet<FileReason> reasons = new TreeSet<>();
    private long parsed;

    private OoxmlInspection(Zip zip) {
        this.zip = zip;
    }

    static Finding of(Bytes bytes) {
        var zip = new Zip(bytes);
        return new OoxmlInspection(zip).inspect();
    }

    private Finding inspect() {
        var part = zip.entry("[Content_Types].xml").orElseThrow(() -> new Refusal(FileReason.UNSUPPORTED, "a package of something else"));
        var types = ContentTypes.read(xml(part));
        var format = format(types);
        for (var entry : zip.entries()) {
            if (MACROS.matcher(entry.name()).matches() || isMacros(types.of(entry.name()))) {
                note(FileReason.MACROS, "macros");
            }
            if (types.of(entry.name()).startsWith("application/vnd.ms-office.activex")) {
                note(FileReason.ACTIVE_CONTENT, "ActiveX");
            }
        }
        var slides = 0L;
        for (var entry : zip.entries()) {
            if (entry.isFolder()) {
                continue;
            }
            if (PAGE.matcher(entry.name()).matches() && parsed < MOST_PARSED) {
                parse(entry);
            } else if (XML.matcher(entry.name()).matches()) {
                begin(entry);
            } else {
                zip.verify(entry);
            }
            slides += SLIDE.matcher(entry.name()).matches() ? 1 : 0;
        }
        var hints = zip.entry("docProps/core.xml").map(this::times).orElse(Hints.NONE);
        return new Finding(format, new ArrayList<>(reasons), format == Format.PPTX ? hints.pages(slides) : hints, String.join(", ", details));
    }

    private void note(FileReason reason, String what) {
        if (reasons.add(reason)) {
            details.add(what);
        }
    }

    private static boolean isMacros(String type) {
        return type.contains("macroenabled") || type.contains("vbaproject") || type.contains("macrosheet");
    }

    /** By the type of the part that is there and main; a package may be nothing else than one of them. */
    private Format format(ContentTypes types) {
        for (var entry : zip.entries()) {
            var type = types.of(entry.name());
            for (var main : MAIN.entrySet()) {
                if (type.endsWith(main.getKey())) {
                    return main.getValue();
                }
            }
            for (var main : MAIN_WITH_MACROS.entrySet()) {
                if (type.startsWith("application/vnd.ms-" + main.getKey()) && (type.endsWith("macroenabled.main+xml") || type.endsWith("macroenabledtemplate.main+xml"))) {
                    note(FileReason.MACROS, "a main part with macros");
                    return main.getValue();
                }
            }
        }
        throw new Refusal(FileReason.UNSUPPORTED, "no part that is main");
    }

    private void parse(Zip.Entry entry) {
        try (var in = xml(entry)) {
            while (in.reader().hasNext() && parsed + in.read() < MOST_PARSED) {
                in.next();
            }
            parsed += in.read();
            in.drain();
        } catch (XMLStreamException e) {
            throw new Refusal(FileReason.DAMAGED, "a page is no XML");
        }
    }

    /** Only up to the first element: what is no page may be no XML, as data of other programs are, but may not begin with definitions. */
    private void begin(Zip.Entry entry) {
        try (var in = xml(entry)) {
            while (in.reader().hasNext() && in.next() != XMLStreamConstants.START_ELEMENT) {
                // what may stand before
            }
            in.drain();
        } catch (XMLStreamException e) {
            zip.verify(entry);
        } catch (Refusal refusal) {
            if (refusal.reason() != FileReason.DAMAGED) {
                throw refusal;
            }
            zip.verify(entry);
        }
    }

    private Hints times(Zip.Entry core) {
        Instant created = null;
        Instant modified = null;
        try (var in = xml(core)) {
            while (in.reader().hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (in.reader().getLocalName()) {
                        case "created" -> created = time(in.text()).orElse(null);
                        case "modified" -> modified = time(in.text()).orElse(null);
                        default -> { }
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Hints.NONE;
        }
        return Hints.NONE.times(created, modified, true);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private XmlPart xml(Zip.Entry entry) {
        return XmlPart.of(zip.open(entry));
    }
}
