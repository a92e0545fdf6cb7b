package dev.leadkeeper.port;

/** The only source of randomness. */
public interface Ids {
    /** A new random id, 26 characters of lower-case base 32. */
    String next();

    /** A random number from 0 to {@code bound} − 1. */
    int below(int bound);
}
