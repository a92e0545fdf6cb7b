package dev.leadkeeper.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers with a page of a list that is one partition of the store. */
public final class Pages {
    private Pages() {}

    /** @param next the store's cursor, {@code null} at the end */
    public record Slice(List<Map<String, Object>> items, String next) {
        public Slice {
            items = List.copyOf(items);
        }
    }

    /**
     * @param list  what is listed, for the cursor
     * @param field the answer's name for the items
     * @param read  reads a slice; an {@link IllegalArgumentException} for a cursor that the store did not give
     */
    public static Answer answer(Ask ask, String list, String field, Function<Paging, Slice> read) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("cursor", "limit"), flaws);
        return answer(ask, flaws, list, field, read);
    }

    /** The same for a list with filters. @param flaws what is wrong with the filters, to which is added what is wrong with the place */
    public static Answer answer(Ask ask, List<Flaw> flaws, String list, String field, Function<Paging, Slice> read) {
        var from = Paging.of(ask, list, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        Slice slice;
        try {
            slice = read.apply(from);
        } catch (IllegalArgumentException notOfTheStore) {
            if (from.after() == null) {
                throw notOfTheStore;
            }
            return new Answer.Wrong(List.of(Paging.unknown()));
        }
        return new Answer.Done(new Sheet()
                .put(field, slice.items())
                .put("next", slice.next() == null ? null : Paging.cursor(list, 0, slice.next()))
                .done());
    }
}
