package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.Set;

/**
 * What is stored of a lead itself: state, owner and what moves it on. Facts and texts are in the details, history is in
 * the timeline. Components may be {@code null} where it says so.
 *
 * @param id           {@link LeadId#of}
 * @param ver          number of the last event on the timeline; every change of the lead conditions on it
 * @param head         hash of that event
 * @param state        where it stands
 * @param form         the form it came from
 * @param details      which part of the details holds the facts that apply
 * @param seen         the first 16 characters of each body hash that was delivered for this lead
 * @param order        the latest {@link Submission#order()} that was applied
 * @param createdAt    receipt of the first post
 * @param priority     orders queues
 * @param score        total points, {@code null} before scoring (attention, test)
 * @param tier         the score's tier, {@code null} as well
 * @param rulebook     version under which it was last scored or decided, {@code null} before
 * @param customer     master customer's id, {@code null} if there is no strong key
 * @param owner        staff id, {@code null} unless assigned
 * @param pool         pool or list name where no person owns it, {@code null} otherwise
 * @param reason       why it waits or needs attention, or is a test; {@code null} otherwise
 * @param assignedAt   when the present owner got it, {@code null} unless assigned
 * @param contacted    whether the owner has contacted the person; while not, it counts in the owner's {@code open}
 * @param trace        follows the lead through every log line
 */
public record Lead(String id, long ver, String head, LeadState state, String form, String details, Set<String> seen,
                   Instant order, Instant createdAt, Priority priority, Integer score, String tier, String rulebook,
                   String customer, String owner, String pool, String reason, Instant assignedAt, boolean contacted,
                   String trace) {
    public Lead {
        seen = Set.copyOf(seen);
    }
}
