package dev.leadkeeper.assignment;

import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.Yaml;
import java.util.HashMap;

/** Rulebooks for tests: the sample's with other rules and a fallback owner called {@code boss}. */
final class Books {
    private Books() {}

    /** @param yaml {@code rules}, and whatever else is to differ */
    static Rulebook of(String yaml) {
        var document = new HashMap<>(Yaml.seed("rulebook.yaml"));
        document.putAll(Yaml.map("fallback: {reps: [boss]}"));
        document.putAll(Yaml.map(yaml));
        return Rulebook.parse(document);
    }

    /** One rule, {@code only}, for everybody in the group {@code sales}. */
    static Rulebook withStrategy(String strategy) {
        return of("""
                rules:
                  - {id: only, title: {zh: 只有, en: only}, target: {group: sales}, strategy: %s}
                """.formatted(strategy));
    }
}
