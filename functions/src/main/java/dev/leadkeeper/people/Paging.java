package dev.leadkeeper.people;

import dev.leadkeeper.json.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * Where a client is in a list. Cursors hold what was asked beside the place, so that one of another list or filter is
 * refused; a forged one shows nothing that the forger's own rights do not.
 *
 * @param limit  most items of the page
 * @param source which of several partitions the page begins in, from 0
 * @param after  the place within it, a cursor of the store; {@code null} for its beginning
 */
public record Paging(int limit, int source, String after) {
    /** Items of a page where nobody asks for fewer. */
    public static final int MOST = 50;
    // A list may go on at the very beginning of a partition, and values of a cursor are not empty.
    private static final String BEGINNING = "-";

    /**
     * Reads {@code limit} and {@code cursor} of a query.
     *
     * @param list what is listed and how it is filtered, in any spelling that is always the same
     * @param flaws gets what is wrong with them
     */
    public static Paging of(Ask ask, String list, List<Flaw> flaws) {
        var limit = ask.parameter("limit").map(text -> limit(text, flaws)).orElse(MOST);
        return ask.parameter("cursor").flatMap(cursor -> place(cursor, list, limit, flaws))
                .orElse(new Paging(limit, 0, null));
    }

    /** The cursor of the page after one that ended there. */
    public static String cursor(String list, int source, String after) {
        return Cursor.write(List.of(list, (long) source, after == null ? BEGINNING : after));
    }

    /** What is wrong with a cursor that the store did not give. */
    public static Flaw unknown() {
        return new Flaw("query.cursor", "not a cursor of this list");
    }

    private static int limit(String text, List<Flaw> flaws) {
        if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        flaws.add(new Flaw("query.limit", "a number from 1 to " + MOST));
        return MOST;
    }

    private static Optional<Paging> place(String cursor, String list, int limit, List<Flaw> flaws) {
        try {
            var values = Cursor.read(cursor, List.of(String.class, Long.class, String.class));
            var source = (long) values.get(1);
            if (values.getFirst().equals(list) && source >= 0 && source <= Integer.MAX_VALUE) {
                return Optional.of(new Paging(limit, (int) source, values.getLast().equals(BEGINNING) ? null : (String) values.getLast()));
            }
        } catch (IllegalArgumentException foreign) {
            // a client's mistake like any other cursor of another list, and no fault of ours
        }
        flaws.add(unknown());
        return Optional.empty();
    }
}
