package dev.leadkeeper.aws;

import java.util.Map;

/** The parameter store, as far as secrets need it. */
interface Parameters {
    /**
     * @param values by full name, decrypted
     * @param next   where the next page begins, {@code null} after the last
     */
    record Page(Map<String, String> values, String next) {}

    /** Some of the parameters directly under a path. @param from {@code null} for the first page */
    Page under(String path, String from);
}
