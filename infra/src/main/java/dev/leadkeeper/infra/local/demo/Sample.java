package dev.leadkeeper.infra.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of {@code events/forms/}; the format is described in its README.
 *
 * @param file the file's name, by which deviations are reported
 */
public record Sample(String file, String form, String title, Post post, Signing signing, Expectation expected) {
    /**
     * @param query   parameters in order, not yet encoded
     * @param headers beside Content-Type and what the signing adds
     */
    public record Post(String method, Map<String, String> query, Map<String, String> headers, String contentType, byte[] body) {}

    /** How many leads and entries of the attention list the answer names, and what becomes of each lead. Absent means not compared. */
    public record Expectation(int status, Optional<Integer> leads, Optional<Integer> attention, List<LeadExpectation> each) {}

    /** @param reason a part of the reason sentence (zh), or of the attention entry's reason */
    public record LeadExpectation(Optional<String> state, Optional<String> owner, Optional<List<String>> ownerAmong, Optional<String> pool,
            Optional<String> tier, Optional<String> reason) {
        /** Nothing but that the lead exists. */
        static final LeadExpectation ANY = new LeadExpectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
