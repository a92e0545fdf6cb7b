package dev.leadkeeper.scoring;

/**
 * What is known of the customer's earlier contact with us.
 *
 * @param earlierPosts leads of this customer before this one; a revision of the same lead is none
 */
public record Interactions(long earlierPosts) {
    /** A customer never seen before. */
    public static final Interactions NONE = new Interactions(0);
}
