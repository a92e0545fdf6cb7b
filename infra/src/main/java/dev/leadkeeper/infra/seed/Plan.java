package dev.leadkeeper.infra.seed;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What loading an organisation would do. Nothing happens before {@link #apply}. */
public final class Plan {
    private final List<Row> rows;

    Plan(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.sign() == Row.Sign.SAME || row.sign() == Row.Sign.KEEP || row.sign() == Row.Sign.MISSING);
    }

    List<Row> rows() {
        return rows;
    }

    /** Prints what would happen, line by line; what stays the same only as a number. */
    public void print(PrintStream out) {
        rows.stream().filter(row -> row.sign() != Row.Sign.SAME).forEach(out::println);
        out.println(" " + Arrays.stream(Row.Sign.values())
                .map(sign -> count(sign) + " " + sign.words).filter(words -> !words.startsWith("0 "))
                .collect(Collectors.joining(", ")));
    }

    private long count(Row.Sign sign) {
        return rows.stream().filter(row -> row.sign() == sign).count();
    }

    /** Writes it. Whatever is repeated changes nothing, so after a failure the whole is simply run again. */
    public void apply() {
        rows.forEach(row -> row.write().run());
    }
}
