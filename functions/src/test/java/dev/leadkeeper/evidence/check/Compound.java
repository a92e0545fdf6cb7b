package dev.leadkeeper.evidence.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes compound files with sectors of 512 bytes and no small ones; names ending in {@code /} are storages, what stands between belongs to one. */
final class Compound {
    private static final int SECTOR = 512;
    private static final int END = -2;

    private final Map<String, byte[]> streams = new LinkedHashMap<>();

    Compound with(String name, byte[] content) {
        streams.put(name, content);
        return this;
    }

    Compound with(String storage) {
        return with(storage + "/", new byte[0]);
    }

    byte[] write() {
        var directory = (streams.size() + 1 + 3) / 4;
        var data = streams.values().stream().mapToInt(each -> (each.length + SECTOR - 1) / SECTOR).sum();
        var table = 1 + (data + directory) / (SECTOR / 4 - 1);
        var out = ByteBuffer.allocate((1 + table + directory + data) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(0xE11AB1A1E011CFD0L).position(24);
        out.putShort((short) 0x3E).putShort((short) 3).putShort((short) 0xFFFE).putShort((short) 9).putShort((short) 6);
        // No small streams: everything is at least as large as nothing.
        out.putInt(44, table).putInt(48, table).putInt(56, 0).putInt(60, END).putInt(68, END);
        for (var i = 0; i < 109; i++) {
            out.putInt(76 + 4 * i, i < table ? i : -1);
        }
        var chain = new int[table * SECTOR / 4];
        java.util.Arrays.fill(chain, -1);
        for (var i = 0; i < table; i++) {
            chain[i] = -3;
        }
        link(chain, table, directory);
        var sector = table + directory;
        entry(out, table, 0, "Root Entry", 5, END, 0);
        var number = 1;
        for (var stream : streams.entrySet()) {
            var sectors = (stream.getValue().length + SECTOR - 1) / SECTOR;
            var isStorage = stream.getKey().endsWith("/");
            entry(out, table, number++, name(stream.getKey()), isStorage ? 1 : 2, sectors == 0 ? END : sector, stream.getValue().length);
            out.put((1 + sector) * SECTOR, stream.getValue());
            link(chain, sector, sectors);
            sector += sectors;
        }
        tree(out, table);
        for (var i = 0; i < chain.length; i++) {
            out.putInt(SECTOR + 4 * i, chain[i]);
        }
        return out.array();
    }

    /** Everything in one storage hangs to the right of what came before it. */
    private void tree(ByteBuffer out, int directory) {
        var names = new ArrayList<>(streams.keySet());
        var last = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            var above = above(names.get(i));
            var before = last.put(above, i + 1);
            var at = (1 + directory) * SECTOR + 128 * (before == null ? 1 + names.indexOf(above) : before);
            out.putInt(at + (before == null ? 76 : 72), i + 1);
        }
    }

    /** The storage that something is in, empty if it is the root. */
    private static String above(String name) {
        return name.substring(0, name.lastIndexOf('/', name.length() - 2) + 1);
    }

    private static String name(String path) {
        return path.substring(above(path).length()).replace("/", "");
    }

    private static void link(int[] chain, int from, int sectors) {
        for (var i = 0; i < sectors; i++) {
            chain[from + i] = i == sectors - 1 ? END : from + i + 1;
        }
    }

    private static void entry(ByteBuffer out, int directory, int number, String name, int type, int start, int size) {
        var at = (1 + directory) * SECTOR + 128 * number;
        var letters = name.getBytes(StandardCharsets.UTF_16LE);
        out.put(at, letters).putShort(at + 64, (short) (letters.length + 2)).put(at + 66, (byte) type);
        out.putInt(at + 68, -1).putInt(at + 72, -1).putInt(at + 76, -1);
        out.putInt(at + 116, start).putInt(at + 120, size);
    }
}
