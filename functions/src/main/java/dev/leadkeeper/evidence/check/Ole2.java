package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A compound file: the sectors, chains and directory of [MS-CFB], as far as names and streams need them. */
final class Ole2 {
    private static final int HEADER_CHAINS = 76;
    private static final int IN_HEADER = 109;
    private static final int ENTRY = 128;
    private static final int MOST_ENTRIES = 100_000;
    private static final long LAST_SECTOR = 0xFFFFFFFAL;
    private static final int SMALL_SECTOR = 64;

    private final Bytes bytes;
    private final int sectorBits;
    private final long smallBelow;
    private final int[] chain;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> root = new ArrayList<>();
    private long[] smallChain = {};

    /** A storage or a stream. @param type 1 a storage, 2 a stream, 5 the root */
    record Entry(String name, int type, long start, long size) {}

    Ole2(Bytes bytes) {
        this.bytes = bytes;
        this.sectorBits = (int) bytes.little(30, 2);
        if (sectorBits != 9 && sectorBits != 12) {
            throw new Refusal(FileReason.DAMAGED, "sectors of 2^" + sectorBits + " bytes");
        }
        this.smallBelow = bytes.little(56, 4);
        this.chain = chain();
        var directory = sectors(bytes.little(48, 4), MOST_ENTRIES);
        readDirectory(directory);
        readRoot(directory);
        if (!entries.isEmpty()) {
            smallChain = sectors(entries.getFirst().start(), Long.MAX_VALUE);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** A stream of the file itself. What is embedded in a document has streams of the same names, in storages of their own. */
    Optional<Entry> stream(String name) {
        return root.stream().filter(each -> each.type() == 2 && each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Whether anything is called that, wherever it stands. */
    boolean has(String name) {
        return entries.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
    }

    /** The content of a stream. @throws Refusal if it does not lie wholly within the file */
    InputStream open(Entry entry) {
        if (entry.size() < smallBelow) {
            return new Chained(small(entry), SMALL_SECTOR, entry.size());
        }
        var sectors = sectors(entry.start(), entry.size() + (1L << sectorBits) - 1 >> sectorBits);
        var places = new long[sectors.length];
        for (var i = 0; i < places.length; i++) {
            places[i] = place(sectors[i]);
        }
        return new Chained(places, 1 << sectorBits, entry.size());
    }

    private long place(long sector) {
        return sector + 1 << sectorBits;
    }

    /** Which sector follows which. */
    private int[] chain() {
        var perSector = 1 << sectorBits - 2;
        var most = (bytes.length() >> sectorBits) + 1;
        var number = Math.min(bytes.little(44, 4), most / perSector + 1);
        var next = new int[(int) Math.min(most, number * perSector)];
        var filled = 0;
        var list = (long) HEADER_CHAINS;
        var inList = IN_HEADER;
        var further = bytes.little(68, 4);
        for (var i = 0L; i < number && filled < next.length; i++) {
            if (inList == 0) {
                if (further >= LAST_SECTOR) {
                    break;
                }
                list = place(further);
                inList = perSector - 1;
                further = bytes.little(list + 4L * inList, 4);
            }
            var sector = bytes.little(list, 4);
            list += 4;
            inList--;
            for (var each = 0; each < perSector && filled < next.length; each++) {
                next[filled++] = sector >= LAST_SECTOR ? -1 : (int) bytes.little(place(sector) + 4L * each, 4);
            }
        }
        return next;
    }

    /** The chain from a sector on, at most so many; a chain that bites itself or leads outside is damage. */
    private long[] sectors(long start, long most) {
        var list = new ArrayList<Long>();
        var seen = new BitSet();
        for (var sector = start; sector < LAST_SECTOR && list.size() < most; sector = chain[(int) sector] & 0xFFFFFFFFL) {
            bytes.budget().spend(8);
            if (sector >= chain.length || place(sector) >= bytes.length() || seen.get((int) sector)) {
                throw new Refusal(FileReason.DAMAGED, "a broken chain of sectors");
            }
            seen.set((int) sector);
            list.add(sector);
        }
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    private void readDirectory(long[] directory) {
        for (var sector : directory) {
            for (var at = place(sector); at < place(sector + 1); at += ENTRY) {
                entry(at).ifPresent(entries::add);
            }
        }
        if (entries.isEmpty() || entries.getFirst().type() != 5) {
            throw new Refusal(FileReason.DAMAGED, "no directory in the compound file");
        }
    }

    private Optional<Entry> entry(long at) {
        var length = (int) bytes.little(at + 64, 2);
        var type = Math.max(0, bytes.at(at + 66));
        if (type == 0 || length < 2 || length > 64) {
            return Optional.empty();
        }
        var name = new String(bytes.slice(at, length - 2), StandardCharsets.UTF_16LE);
        // The upper half of the size is only defined for large sectors.
        return Optional.of(new Entry(name, type, bytes.little(at + 116, 4), bytes.little(at + 120, sectorBits == 9 ? 4 : 8)));
    }

    /** The tree below the root: each entry names one to its left, one to its right and, if it is a storage, one inside. */
    private void readRoot(long[] directory) {
        var perSector = (1 << sectorBits) / ENTRY;
        var seen = new BitSet();
        var open = new ArrayDeque<Long>();
        open.push(bytes.little(place(directory[0]) + 76, 4));
        while (!open.isEmpty()) {
            var number = open.pop();
            if (number >= (long) directory.length * perSector || seen.get((int) (long) number)) {
                continue;
            }
            seen.set((int) (long) number);
            var at = place(directory[(int) (number / perSector)]) + number % perSector * ENTRY;
            entry(at).ifPresent(root::add);
            open.push(bytes.little(at + 68, 4));
            open.push(bytes.little(at + 72, 4));
        }
    }

    /** Where the small sectors of a stream lie, which have a chain of their own within the root's stream. */
    private long[] small(Entry entry) {
        var number = (int) ((entry.size() + SMALL_SECTOR - 1) / SMALL_SECTOR);
        var table = sectors(bytes.little(60, 4), Long.MAX_VALUE);
        var places = new long[number];
        var sector = entry.start();
        for (var i = 0; i < number; i++) {
            var inTable = (int) (sector * 4 >> sectorBits);
            var inRoot = (int) (sector * SMALL_SECTOR >> sectorBits);
            if (sector >= LAST_SECTOR || inTable >= table.length || inRoot >= smallChain.length) {
                throw new Refusal(FileReason.DAMAGED, "a broken chain of small sectors");
            }
            places[i] = place(smallChain[inRoot]) + (sector * SMALL_SECTOR & (1L << sectorBits) - 1);
            sector = bytes.little(place(table[inTable]) + (sector * 4 & (1L << sectorBits) - 1), 4);
        }
        return places;
    }

    /** Reads sector after sector. */
    private final class Chained extends InputStream {
        private final long[] places;
        private final int length;
        private final long size;
        private long position;

        Chained(long[] places, int length, long size) {
            this.places = places;
            this.length = length;
            this.size = size;
            if (size < 0 || size > (long) places.length * length) {
                throw new Refusal(FileReason.DAMAGED, "a stream is cut off");
            }
            if (size > 0 && places[(int) ((size - 1) / length)] + (size - 1) % length >= bytes.length()) {
                throw new Refusal(FileReason.DAMAGED, "a stream ends outside of the file");
            }
        }

        @Override
        public int read() {
            return position >= size ? -1 : bytes.at(places[(int) (position / length)] + position++ % length);
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0 || position >= size) {
                return most == 0 ? 0 : -1;
            }
            var within = (int) (position % length);
            var part = (int) Math.min(Math.min(most, length - within), size - position);
            var read = bytes.read(places[(int) (position / length)] + within, into, from, part);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) {
            var skipped = Math.max(0, Math.min(count, size - position));
            position += skipped;
            return skipped;
        }
    }
}
