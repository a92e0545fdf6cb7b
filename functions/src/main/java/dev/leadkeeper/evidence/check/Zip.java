package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A package as office programs read it: by the directory at its end. Sizes that stand in headers are only believed to point
 * somewhere; what an entry unpacks to is counted while it is read.
 */
final class Zip {
    /** The largest decks have some 3,000 parts. */
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNPACKED = 700_000_000L;
    /** An empty sheet of a million rows packs to a three-hundredth; below this size no ratio is suspicious. */
    private static final long SMALL = 64_000_000L;
    private static final long WORST_RATIO = 400;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    private final Bytes bytes;
    private final List<Entry> entries = new ArrayList<>();
    private long unpacked;

    /** A part of the package. */
    record Entry(String name, int flags, int method, long crc, long packed, long offset) {
        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    Zip(Bytes bytes) {
        this.bytes = bytes;
        var end = end();
        var number = bytes.little(end + 10, 2);
        var directory = bytes.little(end + 16, 4);
        if (number == 0xFFFF || directory == IN_EXTRA) {
            // docs: PKWARE APPNOTE 4.3.14 and 4.3.15
            var locator = end - 20;
            if (bytes.says(locator, "PK\6\7")) {
                var large = bytes.little(locator + 8, 8);
                number = bytes.little(large + 32, 8);
                directory = bytes.little(large + 48, 8);
            }
        }
        if (number < 0 || number > MOST_ENTRIES) {
            throw new Refusal(FileReason.BOMB, number + " entries");
        }
        read(directory, (int) number);
        checkNames();
        checkOverlaps();
    }

    List<Entry> entries() {
        return entries;
    }

    /** The entry of a name; names of parts differ in more than case. */
    Optional<Entry> entry(String name) {
        return entries.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Whether programs that unpack find a package in it, whatever it begins with: they read from the end. */
    static boolean endsWithOne(Bytes bytes) {
        return end(bytes).stream().anyMatch(at -> bytes.little(at + 10, 2) > 0 && bytes.says(at - bytes.little(at + 12, 4), "PK\1\2"));
    }

    private long end() {
        return end(bytes).orElseThrow(() -> new Refusal(FileReason.DAMAGED, "no directory of the package"));
    }

    private static OptionalLong end(Bytes bytes) {
        for (var at = bytes.length() - END_LENGTH; at >= Math.max(0, bytes.length() - END_LENGTH - LONGEST_COMMENT); at--) {
            if (bytes.at(at) == 'P' && bytes.says(at, "PK\5\6")) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    private void read(long directory, int number) {
        var at = directory;
        for (var i = 0; i < number; i++) {
            if (!bytes.says(at, "PK\1\2")) {
                throw new Refusal(FileReason.DAMAGED, "the package's directory is broken");
            }
            var nameLength = (int) bytes.little(at + 28, 2);
            var extraLength = (int) bytes.little(at + 30, 2);
            var name = new String(bytes.slice(at + DIRECTORY_LENGTH, nameLength), StandardCharsets.UTF_8);
            var packed = bytes.little(at + 20, 4);
            var plain = bytes.little(at + 24, 4);
            var offset = bytes.little(at + 42, 4);
            if (packed == IN_EXTRA || offset == IN_EXTRA) {
                var extra = wide(at + DIRECTORY_LENGTH + nameLength, extraLength) + (plain == IN_EXTRA ? 8 : 0);
                if (packed == IN_EXTRA) {
                    packed = bytes.little(extra, 8);
                    extra += 8;
                }
                offset = offset == IN_EXTRA ? bytes.little(extra, 8) : offset;
            }
            entries.add(new Entry(name.replace('\\', '/'), (int) bytes.little(at + 8, 2), (int) bytes.little(at + 10, 2),
                    bytes.little(at + 16, 4), packed, offset));
            at += DIRECTORY_LENGTH + nameLength + extraLength + bytes.little(at + 32, 2);
        }
    }

    /** Where the numbers of a large entry stand. */
    private long wide(long from, int length) {
        for (var at = from; at + 4 <= from + length; at += 4 + bytes.little(at + 2, 2)) {
            if (bytes.little(at, 2) == 1) {
                return at + 4;
            }
        }
        throw new Refusal(FileReason.DAMAGED, "a large entry without its length");
    }

    private void checkNames() {
        var names = new HashSet<String>();
        for (var entry : entries) {
            var name = entry.name();
            var climbs = ("/" + name + "/").contains("/../") || name.startsWith("//") || name.matches("(?s)/?[A-Za-z]:.*") || name.indexOf('\0') >= 0;
            if (climbs) {
                throw new Refusal(FileReason.UNSAFE_PACKAGE, "an entry points elsewhere");
            }
            if (!entry.isFolder() && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw new Refusal(FileReason.UNSAFE_PACKAGE, "two entries of one name");
            }
        }
    }

    /** Entries that share their packed bytes unpack to more than any ratio tells: www.bamsoftware.com/hacks/zipbomb. */
    private void checkOverlaps() {
        var end = 0L;
        for (var entry : entries.stream().sorted(java.util.Comparator.comparingLong(Entry::offset)).toList()) {
            if (entry.packed() < 0 || entry.offset() < 0 || entry.offset() + entry.packed() > bytes.length()) {
                throw new Refusal(FileReason.DAMAGED, "an entry lies outside of the package");
            }
            if (entry.offset() < end) {
                throw new Refusal(FileReason.BOMB, "entries overlap");
            }
            end = entry.offset() + LOCAL_LENGTH + entry.packed();
        }
    }

    /** The unpacked content of an entry. At its end the checksum is compared; what is wrong with it is a {@link Refusal}. */
    InputStream open(Entry entry) {
        if (!bytes.says(entry.offset(), "PK\3\4")) {
            throw new Refusal(FileReason.DAMAGED, "an entry is not where the directory says");
        }
        if ((entry.flags() & 1) != 0) {
            throw new Refusal(FileReason.ENCRYPTED, "an encrypted entry");
        }
        var data = entry.offset() + LOCAL_LENGTH + bytes.little(entry.offset() + 26, 2) + bytes.little(entry.offset() + 28, 2);
        var packed = bytes.stream(data, entry.packed());
        return switch (entry.method()) {
            case STORED -> new Counted(packed, entry, null);
            case DEFLATED -> {
                var inflater = new Inflater(true);
                yield new Counted(new InflaterInputStream(packed, inflater, 16 * 1024), entry, inflater);
            }
            default -> throw new Refusal(FileReason.DAMAGED, "packed by method " + entry.method());
        };
    }

    /** Reads an entry to its end. */
    void verify(Entry entry) {
        var sink = new byte[32 * 1024];
        Guarded.by(FileReason.DAMAGED, () -> {
            try (var in = open(entry)) {
                while (in.read(sink, 0, sink.length) >= 0) {
                    // only to see that it can be read
                }
            }
            return null;
        });
    }

    private final class Counted extends FilterInputStream {
        private final Entry entry;
        private final Inflater inflater;
        private final CRC32 crc = new CRC32();
        private long count;
        private boolean ended;

        Counted(InputStream in, Entry entry, Inflater inflater) {
            super(in);
            this.entry = entry;
            this.inflater = inflater;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (ended || most == 0) {
                return ended ? -1 : 0;
            }
            var read = in.read(into, from, most);
            if (read < 0) {
                ended = true;
                if (crc.getValue() != entry.crc()) {
                    throw new Refusal(FileReason.DAMAGED, "wrong checksum");
                }
                return -1;
            }
            crc.update(into, from, read);
            count += read;
            unpacked += read;
            bytes.budget().spend(read);
            if (unpacked > MOST_UNPACKED || count > SMALL && count > entry.packed() * WORST_RATIO) {
                throw new Refusal(FileReason.BOMB, "unpacks to over " + unpacked + " bytes");
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (inflater != null) {
                inflater.end();
            }
        }
    }
}
