package dev.leadkeeper.evidence.check;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** When a camera says that it took a photo. Without an offset, which old phones leave out, China's time is assumed. */
final class Exif {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final ZoneOffset ASSUMED = ZoneOffset.ofHours(8);
    private static final int LARGEST = 1 << 20;

    private Exif() {}

    static Hints ofJpeg(Bytes bytes, Hints hints) {
        return Guarded.or(hints, () -> {
            try {
                return times(JpegMetadataReader.readMetadata(bytes.stream(0, bytes.length()), List.of(new ExifReader())), hints);
            } catch (JpegProcessingException e) {
                return hints;
            }
        });
    }

    /** In a chunk of its own: www.w3.org/TR/png-3/#eXIf. */
    static Hints ofPng(Bytes bytes, Hints hints) {
        for (var at = 8L; at < bytes.length() && !bytes.says(at + 4, "IEND"); at += 12 + bytes.big(at, 4)) {
            if (bytes.says(at + 4, "eXIf") && bytes.big(at, 4) < LARGEST) {
                var content = bytes.slice(at + 8, (int) bytes.big(at, 4));
                return Guarded.or(hints, () -> {
                    var metadata = new Metadata();
                    new ExifReader().extract(new ByteArrayReader(content), metadata);
                    return times(metadata, hints);
                });
            }
        }
        return hints;
    }

    private static Hints times(Metadata metadata, Hints hints) throws IOException {
        var photo = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var file = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var taken = photo == null ? null : photo.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        var offset = photo == null ? null : photo.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        var saved = file == null ? null : file.getString(ExifDirectoryBase.TAG_DATETIME);
        return taken == null && saved == null ? hints : hints.times(time(taken, offset), time(saved, offset), offset != null);
    }

    private static Instant time(String text, String offset) {
        try {
            return text == null ? null
                    : LocalDateTime.parse(text.strip(), TIME).toInstant(offset == null ? ASSUMED : ZoneOffset.of(offset.strip()));
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
