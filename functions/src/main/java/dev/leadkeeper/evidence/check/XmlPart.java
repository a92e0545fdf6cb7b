package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a package as XML, without document types and whatever they could bring in. */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final Counted in;
    private final XMLStreamReader reader;

    private XmlPart(Counted in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    /** @throws Refusal if it is no XML from its first bytes on */
    static XmlPart of(InputStream content) {
        var counted = new Counted(content);
        try {
            return new XmlPart(counted, FACTORY.createXMLStreamReader(decoded(counted)));
        } catch (XMLStreamException | IOException e) {
            throw new Refusal(FileReason.DAMAGED, "a part is no XML");
        }
    }

    /** Parts are in UTF-8 or UTF-16 and nothing else. Java's own decoder of XML writes to standard error when it meets something else. */
    private static Reader decoded(InputStream content) throws IOException {
        var in = new PushbackInputStream(content, 2);
        var first = in.readNBytes(2);
        in.unread(first);
        var wide = first.length == 2 && ((first[0] & 0xFF) == 0xFE || (first[0] & 0xFF) == 0xFF);
        var decoder = (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new PushbackReader(new BufferedReader(new InputStreamReader(in, decoder)), 1);
        var mark = reader.read();
        if (mark >= 0 && mark != '\uFEFF') {
            reader.unread(mark);
        }
        return reader;
    }

    XMLStreamReader reader() {
        return reader;
    }

    /** The next thing in it. @throws Refusal if it is a document type, which no office program writes and those who write bombs do */
    int next() throws XMLStreamException {
        int next = guarded(reader::next);
        if (next == XMLStreamConstants.DTD) {
            throw new Refusal(FileReason.UNSAFE_PACKAGE, "a part with a document type");
        }
        return next;
    }

    /** The text of the element that it is at. */
    String text() throws XMLStreamException {
        return guarded(reader::getElementText);
    }

    private interface Parsing<T> {
        T step() throws XMLStreamException;
    }

    /** Java's parser fails by itself where it has no words for what it met. */
    private static <T> T guarded(Parsing<T> parsing) throws XMLStreamException {
        try {
            return parsing.step();
        } catch (Refusal | UncheckedIOException ours) {
            throw ours;
        } catch (RuntimeException theirs) {
            throw new Refusal(FileReason.DAMAGED, "a part is no XML: " + theirs.getClass().getSimpleName());
        }
    }

    /** Bytes so far. */
    long read() {
        return in.count;
    }

    /** Reads what the parser left, so that the checksum is compared. */
    void drain() {
        Guarded.by(FileReason.DAMAGED, () -> in.transferTo(OutputStream.nullOutputStream()));
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java's own limits (200 of each) are met by honest spreadsheets and nested tables; the content is counted anyway.
        factory.setProperty("jdk.xml.maxElementDepth", "2000");
        factory.setProperty("jdk.xml.elementAttributeLimit", "2000");
        return factory;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var read = super.read(into, from, most);
            count += Math.max(0, read);
            return read;
        }
    }
}
