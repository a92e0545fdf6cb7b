package dev.leadkeeper.fuzz;

import dev.leadkeeper.evidence.check.FileFuzz;
import dev.leadkeeper.form.FormFileFuzz;
import dev.leadkeeper.form.PostFuzz;
import dev.leadkeeper.json.JsonFuzz;
import dev.leadkeeper.normalise.TextFuzz;
import dev.leadkeeper.people.ApiFuzz;
import dev.leadkeeper.rulebook.RulebookFuzz;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All kinds of inputs. */
public final class Fuzzes {
    private Fuzzes() {}

    /** By what is drawn; one of them is for one thread. */
    public static Map<String, Supplier<Fuzz>> all() {
        var all = new LinkedHashMap<String, Supplier<Fuzz>>();
        all.put("posts of strangers", PostFuzz::new);
        all.put("texts to normalise", TextFuzz::new);
        all.put("JSON and cursors", JsonFuzz::new);
        all.put("requests of the people's API", ApiFuzz::new);
        all.put("definitions of forms", FormFileFuzz::new);
        all.put("rulebooks and staff lists", RulebookFuzz::new);
        all.put("files that reps upload", FileFuzz::new);
        return all;
    }
}
