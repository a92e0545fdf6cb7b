package dev.leadkeeper.settings;

import dev.leadkeeper.rulebook.Rule;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pools that people work from: those of the live rulebook, and {@code nurture} (培育池), which leads may lie in from a
 * rulebook before. A lead in a pool that no live rule names any more is found among all leads.
 */
public record Pools(Rulebooks rulebooks) implements Supplier<List<String>> {
    private static final String NURTURE = "nurture";

    @Override
    public List<String> get() {
        if (rulebooks.liveVersion().isEmpty()) {
            return List.of(NURTURE);
        }
        var live = rulebooks.live();
        return Stream.concat(Stream.of(NURTURE, live.fallback().pool()), live.rules().stream().map(Rule::target).map(Rule.Target::pool))
                .filter(Objects::nonNull).distinct().sorted().toList();
    }
}
