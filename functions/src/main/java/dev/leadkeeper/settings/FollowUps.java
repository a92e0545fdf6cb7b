package dev.leadkeeper.settings;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.FollowUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the live rulebook says of following up. The section is read here and nowhere else, so that functions which score
 * and assign do not pay for it.
 */
public final class FollowUps {
    /** The section's name in the rulebook. */
    public static final String SECTION = "followUp";
    private static final String NONE = "";

    private final Rulebooks rulebooks;
    private final Map<String, FollowUp> parsed = new ConcurrentHashMap<>();

    public FollowUps(Store store) {
        rulebooks = new Rulebooks(store);
    }

    /** What holds now; of a rulebook without the section, or where there is none yet, the usual tables. */
    public FollowUp live() {
        return now().rules();
    }

    /** @param version the live rulebook's, empty where there is none yet */
    public record Now(String version, FollowUp rules) {}

    /** {@link #live} with the version that says so. */
    public Now now() {
        var version = rulebooks.liveVersion().orElse(NONE);
        var known = parsed.get(version);
        if (known == null) { // read outside of the map: whoever else asks meanwhile need not wait for a store
            known = version.isEmpty() ? usual() : rulebooks.document(version).map(FollowUps::of).orElseGet(FollowUps::usual);
            parsed.put(version, known);
        }
        return new Now(version, known);
    }

    /**
     * Reads the section of a rulebook; the usual tables where it has none.
     *
     * @throws dev.leadkeeper.rulebook.RulebookInvalid with every mistake
     */
    public static FollowUp of(Map<String, ?> rulebook) {
        return rulebook.get(SECTION) == null ? usual() : FollowUp.parse(rulebook.get(SECTION));
    }

    /** The tables of the sample rulebook. */
    public static FollowUp usual() {
        return Usual.TABLES;
    }

    /** Read once in a process, when somebody first needs them. */
    private static final class Usual {
        private static final FollowUp TABLES = read();
    }

    private static FollowUp read() {
        try (var in = FollowUps.class.getResourceAsStream("follow-up.json")) {
            return FollowUp.parse(Json.readOwn(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the tables are in the same jar", e);
        }
    }
}
