package dev.leadkeeper.evidence.check;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Honest files of about the most bytes that may be filed. What is in them is noise, which nothing makes smaller. */
public final class LargeFiles {
    private static final int PHOTO_WIDTH = 700;
    private static final int PHOTO_HEIGHT = 450;
    /** Bytes of the lines of a page of text. */
    private static final int PAGE_OF_TEXT = 50_000;
    /** Bytes of a frame of 128 kbit/s at 44.1 kHz, with its head. */
    private static final int FRAME = 417;
    private static final int PICTURE_WIDTH = 4096;

    private final long bytes;
    private final SplittableRandom random = new SplittableRandom(1);

    private LargeFiles(long bytes) {
        this.bytes = bytes;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes them into a folder. @param bytes about so many each, and no more @return each by what it is */
    public static Map<String, Path> write(Path folder, long bytes) throws IOException {
        var large = new LargeFiles(bytes);
        var all = new LinkedHashMap<String, Path>();
        all.put("PDF of scans", file(folder, "scans.pdf", large::scans));
        all.put("PDF of text", file(folder, "text.pdf", large::pages));
        all.put("PPTX of photos", file(folder, "photos.pptx", large::deck));
        all.put("PNG", file(folder, "picture.png", large::picture));
        all.put("MP3", file(folder, "call.mp3", large::sound));
        all.put("text, UTF-8", file(folder, "chat.txt", out -> large.text(out, StandardCharsets.UTF_8)));
        all.put("text, GB 18030", file(folder, "chat-gb.txt", out -> large.text(out, Charset.forName("GB18030"))));
        return all;
    }

    private static Path file(Path folder, String name, Writing writing) throws IOException {
        var path = folder.resolve(name);
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            writing.to(out);
        }
        return path;
    }

    private byte[] photo() throws IOException {
        var image = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PHOTO_HEIGHT; y++) {
            for (int x = 0; x < PHOTO_WIDTH; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private void scans(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            for (long left = bytes - 100_000; left > 0; ) {
                var photo = photo();
                left -= photo.length + 2_000;
                var page = new PDPage();
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page)) {
                    stream.drawImage(JPEGFactory.createFromByteArray(document, photo), 0, 0, 600, 400);
                }
            }
            document.save(out);
        }
    }

    private void pages(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (long left = bytes - 1_000_000; left > 0; left -= PAGE_OF_TEXT + 1_000) {
                var page = new PDPage();
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                    stream.beginText();
                    stream.setFont(font, 8);
                    for (int written = 0; written < PAGE_OF_TEXT; written += 100) {
                        stream.showText("%090d".formatted(random.nextLong(Long.MAX_VALUE)));
                        stream.newLine();
                    }
                    stream.endText();
                }
            }
            document.save(out);
        }
    }

    private void deck(OutputStream out) throws IOException {
        var parts = PackageSamples.deck();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getKey().equals("[Content_Types].xml") ? withPhotos(part.getValue()) : part.getValue());
            }
            int number = 0;
            for (long left = bytes - 200_000; left > 0; ) {
                var photo = photo();
                left -= photo.length + 200;
                put(zip, "ppt/media/image" + ++number + ".jpeg", photo);
            }
        }
    }

    private static byte[] withPhotos(byte[] types) {
        return new String(types, StandardCharsets.UTF_8).replace("</Types>", "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/></Types>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Lines of noise, written piece by piece, since ImageIO would hold all of it several times. */
    private void picture(OutputStream out) throws IOException {
        int height = (int) ((bytes - 100_000) / (PICTURE_WIDTH * 3L + 1));
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var head = java.nio.ByteBuffer.allocate(13).putInt(PICTURE_WIDTH).putInt(height).put((byte) 8).put((byte) 2).put(new byte[3]);
        chunk(out, "IHDR", head.array(), 13);
        var line = new byte[PICTURE_WIDTH * 3 + 1];
        var packed = new byte[line.length * 2];
        var deflater = new java.util.zip.Deflater();
        for (int y = 0; y < height; y++) {
            random.nextBytes(line);
            line[0] = 0; // no filter
            deflater.setInput(line);
            for (int length = deflater.deflate(packed); length > 0; length = deflater.deflate(packed)) {
                chunk(out, "IDAT", packed, length);
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            chunk(out, "IDAT", packed, deflater.deflate(packed));
        }
        deflater.end();
        chunk(out, "IEND", packed, 0);
    }

    private static void chunk(OutputStream out, String type, byte[] content, int length) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content, 0, length);
        out.write(java.nio.ByteBuffer.allocate(4).putInt(length).array());
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.write(content, 0, length);
        out.write(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private void sound(OutputStream out) throws IOException {
        var frame = new byte[FRAME];
        for (long left = bytes - FRAME; left > 0; left -= FRAME) {
            random.nextBytes(frame);
            frame[0] = (byte) 0xFF;
            frame[1] = (byte) 0xFB;
            frame[2] = (byte) 0x90;
            frame[3] = 0x64;
            out.write(frame);
        }
    }

    private void text(OutputStream out, Charset charset) throws IOException {
        var lines = "2026-11-22 10:12 林老师：您好，方案收到了，预算大概20万，这个月要定下来，请把合同发给法务看一下。\n".getBytes(charset);
        for (long left = bytes - lines.length; left > 0; left -= lines.length) {
            out.write(lines);
        }
    }
}
