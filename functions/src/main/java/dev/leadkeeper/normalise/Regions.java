package dev.leadkeeper.normalise;

import dev.leadkeeper.lead.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Places in any usual writing, as the deepest place that is certain: a division of China by the vendored GB/T 2260 table, else a
 * country, else a world region.
 *
 * <p>The path of a division in a municipality leaves out the placeholder 市辖区: 浦东新区 is {@code [asia, CN, 310000, 310115]}.
 */
public final class Regions {
    private Regions() {}

    /**
     * The deepest certain place that the parts and the country name together. A county's name that occurs twice is nothing by
     * itself; parts that contradict each other are nothing, or the country if that is given.
     *
     * @param parts   as typed, the widest first: one text, or province, city and county, or their codes; may hold {@code null}
     * @param country as typed, a name or a code; may be {@code null}
     * @return never {@code null}; unknown: {@code code} is {@code null}, {@code name} as typed, {@code ""} for nothing. Where only
     *         the country (or world region) is certain, the text as typed follows its name: {@code 美国 California}
     */
    public static Region find(List<String> parts, String country) {
        List<String> typed = filled(parts);
        if (country == null || country.isBlank()) {
            return locate(typed);
        }
        Region given = Countries.find(country).map(Countries.Country::region).orElseGet(() -> locate(List.of(country.strip())));
        if (typed.isEmpty() || Countries.find(String.join(" ", typed)).filter(c -> c.region().equals(given)).isPresent()) {
            return given;
        }
        Region together = locate(given.within("CN") && !given.code().equals("CN") ? and(given.code(), typed)
                : given.code() == null ? and(country.strip(), typed) : typed);
        if (given.code() == null || together.code() != null && together.within(given.code())) {
            return together;
        }
        return together.code() != null && given.within(together.code()) ? given : withText(given, String.join(" ", typed));
    }

    private static List<String> and(String first, List<String> others) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    private static Region locate(List<String> parts) {
        String typed = String.join("\n", parts);
        Optional<Division> division = DivisionReader.read(Divisions.table(), PlaceText.key(typed));
        Optional<Countries.Country> country = Countries.in(typed);
        if (division.isPresent()) {
            Region region = division.get().region();
            boolean contradicted = country.filter(c -> !agree(region, c.region())).isPresent()
                    || parts.size() > 1 && parts.stream().anyMatch(part -> contradicts(part, region));
            return contradicted ? unknown(parts) : region;
        }
        return country.map(Countries.Country::region)
                .map(region -> Countries.find(typed).isPresent() ? region : withText(region, String.join(" ", parts)))
                .orElseGet(() -> unknown(parts));
    }

    /** Whether a part by itself is certainly somewhere else. */
    private static boolean contradicts(String part, Region region) {
        return DivisionReader.read(Divisions.table(), PlaceText.key(part))
                .filter(division -> division.level() < 3 && !agree(division.region(), region)).isPresent();
    }

    private static boolean agree(Region one, Region other) {
        return one.within(other.code()) || other.within(one.code());
    }

    private static Region withText(Region region, String typed) {
        return new Region(region.code(), region.name() + " " + typed, region.path());
    }

    private static Region unknown(List<String> parts) {
        return new Region(null, String.join(" ", parts), List.of());
    }

    private static List<String> filled(List<String> parts) {
        return parts.stream().filter(Objects::nonNull).map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.toList());
    }
}
