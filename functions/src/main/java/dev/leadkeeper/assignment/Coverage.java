package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Region;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Word;
import java.util.Set;

/** How well a person's territory and trades fit a lead. */
final class Coverage {
    private Coverage() {}

    /** How deep on the region's path the person's deepest place lies, from 1; 0 if none covers it. */
    static int depth(Staff staff, Region region) {
        for (int depth = region.path().size(); depth > 0; depth--) {
            if (staff.regions().contains(region.path().get(depth - 1))) {
                return depth;
            }
        }
        return 0;
    }

    /** Whether the list holds the word, width and case aside. */
    static boolean serves(Set<String> served, Word word) {
        return served.contains(word.shown()) || served.stream().anyMatch(each -> Word.fold(each).equals(word.folded()));
    }
}
