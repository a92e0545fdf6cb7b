package dev.leadkeeper.normalise;

import dev.leadkeeper.lead.Region;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Places in any usual writing, as the deepest known division. */
public final class Regions {
    private Regions() {}

    /** The deepest known place that the parts, widest first, name together; never {@code null}. */
    public static Region find(List<String> parts, String country) {
        String typed = parts.stream().filter(Objects::nonNull).map(String::strip).filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
        return new Region(null, typed, List.of());
    }
}
