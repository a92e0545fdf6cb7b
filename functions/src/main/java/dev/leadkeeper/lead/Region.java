package dev.leadkeeper.lead;

import java.util.List;

/**
 * A place, as deep as it is known.
 *
 * @param code GB/T 2260 code ({@code 310115}), or for other countries ISO 3166-1 alpha-2 ({@code US}), or a world region
 *             ({@code north-america}) where no more is certain, or {@code null} if unknown
 * @param name the full name, {@code 上海市浦东新区}; for an unknown place the text as typed; where only the country or
 *             world region is certain, its name and the text as typed, {@code 美国 California}
 * @param path codes from the widest to {@code code} itself, each inside the one before:
 *             {@code [asia, CN, 310000, 310115]}, {@code [north-america, US]}; empty if unknown
 */
public record Region(String code, String name, List<String> path) {
    public Region {
        path = List.copyOf(path);
    }

    /** Whether this place is, or lies within, the place with the given code (a world region, country or division). */
    public boolean within(String code) {
        return path.contains(code);
    }
}
