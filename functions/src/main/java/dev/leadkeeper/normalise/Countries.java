package dev.leadkeeper.normalise;

import dev.leadkeeper.lead.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries (ISO 3166-1) and the world regions they lie in, by every usual name. Read once, when first asked. */
public final class Countries {

    /**
     * A country, or a world region.
     *
     * @param code    ISO 3166-1 alpha-2 such as {@code US}; a world region's id such as {@code north-america}
     * @param lies    the world region's id; for HK, MO, TW the code of the division of China; {@code -} for a world region itself
     * @param chinese such as {@code 美国}
     * @param english such as {@code United States}
     */
    public record Country(String code, String lies, String chinese, String english) {
        boolean isWorldRegion() {
            return lies.equals("-");
        }

        /** Whether it is one of the divisions of China that have a country code too. */
        boolean isDivision() {
            return Character.isDigit(lies.charAt(0));
        }

        Region region() {
            return isDivision() ? Divisions.table().byCode(lies).orElseThrow().region()
                    : new Region(code, chinese, isWorldRegion() ? List.of(code) : List.of(lies, code));
        }
    }

    private static final class Holder {
        static final Countries TABLE = new Countries();
    }

    private final Map<String, Country> byName = new HashMap<>(2_048);
    private final Map<String, Set<Country>> byPart = new HashMap<>(512);

    private Countries() {
        for (String[] row : Table.read("countries.tsv").rows()) {
            var country = new Country(row[0], row[1], row[2], row[3]);
            names(row, country).forEach(name -> byName.put(PlaceText.key(name), country));
            for (String part : row[5].isEmpty() ? new String[0] : row[5].split("\\|")) {
                byPart.computeIfAbsent(PlaceText.key(part), key -> new LinkedHashSet<>()).add(country);
            }
        }
    }

    private static List<String> names(String[] row, Country country) {
        var names = new ArrayList<>(List.of(country.code(), country.chinese(), country.english()));
        names.addAll(List.of(row[4].split("\\|")));
        names.removeIf(String::isEmpty);
        return names;
    }

    /** The country or world region of exactly this name or code, in any case and width; may be {@code null}. */
    public static Optional<Country> find(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(Holder.TABLE.byName.get(PlaceText.key(name)));
    }

    /**
     * The ISO code under which a place numbers its telephones, to read a national number: {@code HK} for a place in 香港,
     * though that lies in {@code CN}.
     */
    public static Optional<String> ofTelephones(Region region) {
        if (region == null || region.path().size() < 2) {
            return Optional.empty();
        }
        return Optional.of(region.within("810000") ? "HK" : region.within("820000") ? "MO" : region.within("710000") ? "TW"
                : region.path().get(1));
    }

    /**
     * The country that a region as typed lies in: {@code US}, {@code California}, {@code Austin, TX}, {@code 美国加州}. Each piece between
     * commas counts whole; pieces that are nothing known are passed over; pieces that contradict each other are no country, and
     * neither is {@code CA}, which is Canada and California.
     */
    static Optional<Country> in(String typed) {
        Set<Country> whole = Holder.TABLE.known(PlaceText.key(typed));
        return whole.isEmpty() ? Holder.TABLE.agreed(PlaceText.pieces(typed)) : only(whole);
    }

    private Optional<Country> agreed(List<String> pieces) {
        Set<Country> possible = null;
        Set<Country> wider = new LinkedHashSet<>();
        for (String piece : pieces) {
            Set<Country> known = known(piece);
            if (known.stream().anyMatch(Country::isWorldRegion)) {
                wider.addAll(known);
            } else if (!known.isEmpty()) {
                possible = possible == null ? new LinkedHashSet<>(known) : both(possible, known);
            }
        }
        Optional<Country> country = possible == null ? only(wider) : only(possible);
        return country.filter(c -> wider.stream().allMatch(w -> w.equals(c) || w.code().equals(c.region().path().getFirst())));
    }

    private Set<Country> known(String key) {
        Set<Country> known = new LinkedHashSet<>(byPart.getOrDefault(key, Set.of()));
        Country named = byName.get(key);
        // 国 ends a name as 省 does: 美国加州 is 美国, while 马里兰 is not 马里.
        int end = key.indexOf('国') + 1;
        if (named == null && end > 1) {
            named = byName.get(key.substring(0, end));
        }
        if (named != null) {
            known.add(named);
        }
        return known;
    }

    private static Set<Country> both(Set<Country> some, Set<Country> others) {
        var both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static Optional<Country> only(Set<Country> countries) {
        return countries.size() == 1 ? Optional.of(countries.iterator().next()) : Optional.empty();
    }
}
