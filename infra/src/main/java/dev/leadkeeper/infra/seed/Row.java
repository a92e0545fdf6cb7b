package dev.leadkeeper.infra.seed;

/**
 * One line of the difference.
 *
 * @param sign  what would happen
 * @param kind  such as {@code form}
 * @param id    of the thing
 * @param words what changes, or why nothing does
 * @param write does it; nothing where nothing happens
 */
record Row(Sign sign, String kind, String id, String words, Runnable write) {
    enum Sign {
        ADD('+', "added"), CHANGE('~', "changed"), SAME('=', "the same"), KEEP('−', "stored but not in the folder: kept"),
        REMOVE('×', "removed"), MISSING('!', "missing, for you to set");

        final char mark;
        final String words;

        Sign(char mark, String words) {
            this.mark = mark;
            this.words = words;
        }
    }

    static Row same(String kind, String id) {
        return new Row(Sign.SAME, kind, id, "", () -> { });
    }

    @Override
    public String toString() {
        return " %s %-10s %-24s %s".formatted(sign.mark, kind, id, words).stripTrailing();
    }
}
