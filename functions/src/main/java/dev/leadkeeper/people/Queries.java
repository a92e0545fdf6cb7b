package dev.leadkeeper.people;

import java.util.List;
import java.util.Set;

/** Checks the parameters of a query. */
public final class Queries {
    private Queries() {}

    /** Adds a flaw for each parameter that the route does not know: a misspelt filter would show the wrong list. */
    public static void known(Ask ask, Set<String> names, List<Flaw> flaws) {
        ask.query().keySet().stream().filter(name -> !names.contains(name)).sorted()
                .forEach(name -> flaws.add(new Flaw("query." + name, "no such parameter here")));
    }
}
