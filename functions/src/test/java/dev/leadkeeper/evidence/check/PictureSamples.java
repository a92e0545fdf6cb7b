package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Format.BMP;
import static dev.leadkeeper.evidence.check.Format.GIF;
import static dev.leadkeeper.evidence.check.Format.HEIC;
import static dev.leadkeeper.evidence.check.Format.JPEG;
import static dev.leadkeeper.evidence.check.Format.PNG;
import static dev.leadkeeper.evidence.check.Format.TIFF;
import static dev.leadkeeper.evidence.check.Format.WEBP;
import static dev.leadkeeper.evidence.check.PdfSamples.concat;
import static dev.leadkeeper.evidence.check.Sample.rejected;
import static dev.leadkeeper.evidence.check.Sample.valid;

import dev.leadkeeper.lead.FileReason;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures, written by Java or box by box. */
final class PictureSamples {
    private PictureSamples() {}

    static BufferedImage image(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                image.setRGB(x, y, 0xFF000000 | x * 7919 ^ y * 104_729);
            }
        }
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] jpeg(IIOImage image, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new ByteArrayOutputStream(); var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, image, parameters);
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
    }

    static byte[] several(String format, int frames) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new ByteArrayOutputStream(); var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(image(60 + i, 40, BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            }
            writer.endWriteSequence();
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
    }

    private static byte[] profiled(byte[] jpeg) {
        var segment = ByteBuffer.allocate(60).putShort((short) 0xFFE2).putShort((short) 58).put("ICC_PROFILE\0\1\2".getBytes(StandardCharsets.ISO_8859_1)).array();
        return PdfSamples.concat(Arrays.copyOf(jpeg, 2), segment, segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** With the header of 56 bytes that Photoshop writes and Java does not know; no more than 64 × 48 pixels are there. */
    private static byte[] transparent(int width, int height) {
        var bmp = ByteBuffer.allocate(70 + 64 * 48 * 4).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(70).putInt(56).putInt(width).putInt(height);
        return bmp.putShort((short) 1).putShort((short) 32).putInt(3).array();
    }

    /** Each sample as what it differs from the one before (predictor 2), as scanners and cameras write 16 bits; Java reads that of 8 only. */
    private static byte[] differences(ByteOrder order) {
        var packed = new java.util.zip.Deflater();
        packed.setInput(new byte[8 * 8 * 2]);
        packed.finish();
        var strip = new byte[100];
        var length = packed.deflate(strip);
        packed.end();
        int[][] tags = {{256, 8}, {257, 8}, {258, 16}, {259, 8}, {262, 1}, {273, 134}, {277, 1}, {278, 8}, {279, length}, {317, 2}};
        var tiff = ByteBuffer.allocate(134 + length).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949)).putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (var tag : tags) {
            tiff.putShort((short) tag[0]).putShort((short) 3).putInt(1).putShort((short) tag[1]).putShort((short) 0);
        }
        return tiff.putInt(0).put(strip, 0, length).array();
    }

    /** The last page of a TIFF names the first as its next. */
    private static byte[] circle(byte[] tiff) {
        var order = tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var bytes = ByteBuffer.wrap(tiff).order(order);
        var first = bytes.getInt(4);
        return bytes.putInt(first + 2 + 12 * bytes.getShort(first), first).array();
    }

    /** Four bands without any colour space, as printers' programs write CMYK. */
    private static byte[] cmyk() {
        var raster = Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, 64, 64, 4), null);
        return jpeg(new IIOImage(raster, null, null), false);
    }

    /** The picture with a segment that says when it was taken. */
    static byte[] taken(byte[] jpeg, String time, String offset) {
        var exif = ByteBuffer.allocate(110).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(0);
        exif.putShort((short) 2);
        exif.putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(56);
        exif.putShort((short) 0x9011).putShort((short) 2).putInt(7).putInt(76);
        exif.putInt(0).put((time + "\0" + offset + "\0").getBytes(StandardCharsets.ISO_8859_1));
        var segment = ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (2 + exif.capacity())).array();
        return concat(Arrays.copyOf(jpeg, 2), segment, exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] resized(byte[] png, int width, int height) {
        var out = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(out.array(), 12, 17);
        return out.putInt(29, (int) crc.getValue()).array();
    }

    static byte[] chunk(String name, byte[] content) {
        return concat(name.getBytes(StandardCharsets.ISO_8859_1), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array(),
                content, new byte[content.length & 1]);
    }

    /** All of one colour: no transform, no cache, and five codes of one symbol each (lossless bitstream, 5.2). */
    static byte[] webp(int width, int height) {
        return webp(width, height, (byte) 0x88, (byte) 0x88, (byte) 0x08);
    }

    private static byte[] webp(int width, int height, byte... picture) {
        var frame = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2F).putInt(width - 1 | height - 1 << 14).put(picture).array();
        var content = concat("WEBP".getBytes(StandardCharsets.ISO_8859_1), chunk("VP8L", frame));
        return chunk("RIFF", content);
    }

    static byte[] box(String name, byte[]... content) {
        var all = concat(content);
        return concat(ByteBuffer.allocate(4).putInt(8 + all.length).array(), name.getBytes(StandardCharsets.ISO_8859_1), all);
    }

    static byte[] heic(int width, int height) {
        var size = box("ispe", ByteBuffer.allocate(12).putInt(4, width).putInt(8, height).array());
        var meta = box("meta", new byte[4], box("hdlr", new byte[24]), box("iprp", box("ipco", size)));
        return concat(box("ftyp", "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1)), meta, box("mdat", new byte[500]));
    }

    static List<Sample> all() {
        var photo = image(640, 480, BufferedImage.TYPE_INT_RGB);
        var jpeg = jpeg(new IIOImage(photo, null, null), false);
        var png = written(photo, "png");
        var gif = several("gif", 5);
        return List.of(
                valid("a photo", "现场.jpg", JPEG, jpeg),
                valid("a progressive photo", "progressive.jpeg", JPEG, jpeg(new IIOImage(photo, null, null), true)),
                valid("a photo in CMYK", "cmyk.jpg", JPEG, cmyk()),
                valid("a grey photo", "grey.jpg", JPEG, written(image(100, 100, BufferedImage.TYPE_BYTE_GRAY), "jpeg")),
                valid("a photo that says when it was taken", "taken.jpg", JPEG, taken(jpeg, "2026:03:01 10:11:12", "+08:00")),
                valid("a photo with something behind it", "trailer.jpg", JPEG, concat(jpeg, new byte[300])),
                valid("a screenshot", "截图.png", PNG, png),
                valid("16 bits a colour", "deep.png", PNG, written(new BufferedImage(50, 50, BufferedImage.TYPE_USHORT_GRAY), "png")),
                valid("transparent", "clear.png", PNG, written(image(30, 30, BufferedImage.TYPE_INT_ARGB), "png")),
                valid("a moving picture", "moving.gif", GIF, gif),
                valid("a bitmap", "bitmap.bmp", BMP, written(photo, "bmp")),
                rejected("a picture as browsers have it", "new.avif", HEIC, PdfSamples.concat(box("ftyp", "avif\0\0\0\0avifmif1".getBytes(StandardCharsets.ISO_8859_1)), box("mdat", new byte[40])), FileReason.UNSUPPORTED),
                valid("a photo whose profile says twice that it is the first part", "profile.jpg", JPEG, profiled(jpeg(new IIOImage(image(60, 40, BufferedImage.TYPE_INT_RGB), null, null), false))),
                valid("a picture with masks and transparency", "alpha.bmp", BMP, transparent(64, 48)),
                rejected("half of a picture with transparency", "half.bmp", BMP, Arrays.copyOf(transparent(64, 48), 6_000), FileReason.DAMAGED),
                rejected("a picture of lines without end", "lines.bmp", BMP, transparent(3_000_000, 2_000_000), FileReason.TOO_MANY_PIXELS),
                rejected("pages in a circle", "circle.tiff", TIFF, circle(several("tiff", 1)), FileReason.DAMAGED),
                valid("a scan of 16 bits that tells differences", "scan.tiff", TIFF, differences(ByteOrder.LITTLE_ENDIAN)),
                valid("a scan of 16 bits that tells differences, high bytes first", "scan.tiff", TIFF, differences(ByteOrder.BIG_ENDIAN)),
                valid("a scan of three pages", "scan.tiff", TIFF, several("tiff", 3)),
                valid("WebP", "photo.webp", WEBP, webp(800, 600)),
                valid("a photo of a phone", "IMG_0001.HEIC", HEIC, heic(4032, 3024)),
                valid("declared as an older type", "photo.jpg", JPEG, jpeg),
                rejected("a photo that is a package as well", "photo.jpg", JPEG, concat(jpeg, PackageSamples.zip(PackageSamples.deck())), FileReason.EMBEDDED_FILES),
                rejected("half a photo", "half.jpg", JPEG, Arrays.copyOf(jpeg, jpeg.length / 2), FileReason.DAMAGED),
                rejected("half a screenshot", "half.png", PNG, Arrays.copyOf(png, png.length / 2), FileReason.DAMAGED),
                rejected("half a bitmap", "half.bmp", BMP, Arrays.copyOf(written(photo, "bmp"), 300_000), FileReason.DAMAGED),
                rejected("half a moving picture", "half.gif", GIF, Arrays.copyOf(gif, gif.length / 2), FileReason.DAMAGED),
                valid("a WebP too large to be decoded", "large.webp", WEBP, webp(8_000, 4_000)),
                rejected("a WebP that cannot be decoded", "noise.webp", WEBP, webp(800, 600, (byte) -1, (byte) -1, (byte) -1), FileReason.DAMAGED),
                rejected("half a WebP", "half.webp", WEBP, Arrays.copyOf(webp(800, 600), 30), FileReason.DAMAGED),
                rejected("half a photo of a phone", "half.heic", HEIC, Arrays.copyOf(heic(40, 30), 300), FileReason.DAMAGED),
                rejected("a screenshot of 60,000 × 60,000 pixels", "bomb.png", PNG, resized(png, 60_000, 60_000), FileReason.TOO_MANY_PIXELS),
                rejected("a WebP of 16,384 × 16,384 pixels", "bomb.webp", WEBP, webp(16_384, 16_384), FileReason.TOO_MANY_PIXELS),
                rejected("a screenshot without width", "empty.png", PNG, resized(png, 0, 10), FileReason.DAMAGED),
                rejected("a screenshot named as a photo", "photo.jpg", JPEG, png, FileReason.WRONG_TYPE),
                rejected("only the first bytes of a photo", "head.jpg", JPEG, Arrays.copyOf(jpeg, 20), FileReason.DAMAGED));
    }
}
