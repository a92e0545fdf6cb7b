package dev.leadkeeper.settings;

import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Deadlines;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the live rulebook says of deadlines. The section is read here and nowhere else, so that functions which plan no
 * timers do not pay for it.
 */
public final class DeadlineRules {
    /** The section's name in the rulebook. */
    public static final String SECTION = "deadlines";
    private static final String NONE = "";

    private final Rulebooks rulebooks;
    private final Map<String, Deadlines> parsed = new ConcurrentHashMap<>();

    public DeadlineRules(Store store) {
        rulebooks = new Rulebooks(store);
    }

    /** What holds now; of a rulebook without the section, or where there is none yet, the usual figures. */
    public Deadlines live() {
        return now().rules();
    }

    /** @param version the live rulebook's, empty where there is none yet */
    public record Now(String version, Deadlines rules) {}

    /** {@link #live} with the version that says so. */
    public Now now() {
        var version = rulebooks.liveVersion().orElse(NONE);
        var known = parsed.get(version);
        if (known == null) { // read outside of the map: whoever else asks meanwhile need not wait for a store
            known = version.isEmpty() ? Deadlines.USUAL : rulebooks.document(version).map(DeadlineRules::of).orElse(Deadlines.USUAL);
            parsed.put(version, known);
        }
        return new Now(version, known);
    }

    /**
     * Reads the section of a rulebook; the usual figures where it has none.
     *
     * @throws dev.leadkeeper.rulebook.RulebookInvalid with every mistake
     */
    public static Deadlines of(Map<String, ?> rulebook) {
        return rulebook.get(SECTION) == null ? Deadlines.USUAL : Deadlines.parse(rulebook.get(SECTION));
    }
}
