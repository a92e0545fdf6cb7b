package dev.leadkeeper.assignment;

/** Won of how many; compared exactly. */
record Rate(long won, long leads) implements Comparable<Rate> {

    Rate plus(Rate other) {
        return new Rate(won + other.won, leads + other.leads);
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(won * other.leads, other.won * leads);
    }

    /** Per cent with one decimal, such as {@code 38.2%} or {@code 21%}. */
    String percent() {
        long tenths = (won * 2000 + leads) / (2 * leads);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
    }
}
