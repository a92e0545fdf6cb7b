package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Lead;
import java.time.Instant;

/** Keys of the index of who or what holds a lead. */
public final class Holder {
    /** Leads nobody could take yet, in the order in which they will be dispatched. */
    public static final String WAITING = "list#waiting";
    /** Entries that people must look at. */
    public static final String ATTENTION = "list#attention";
    /** Tests and junk. */
    public static final String TEST = "list#test";

    private Holder() {}

    /** Leads of a rep. */
    public static String rep(String staff) {
        return "rep#" + staff;
    }

    /** Leads of a pool. */
    public static String pool(String pool) {
        return "pool#" + pool;
    }

    /** Leads of a rep that were won or lost. */
    public static String ended(String staff) {
        return "ended#" + staff;
    }

    /** Where this lead is held; {@code null} for one on its way or resolved. */
    static String of(Lead lead) {
        return switch (lead.state()) {
            case SCORED, RESOLVED -> null;
            case ASSIGNED -> lead.outcome() == null ? rep(lead.owner()) : ended(lead.owner());
            case NURTURING -> pool(lead.pool());
            case WAITING -> WAITING;
            case ATTENTION -> ATTENTION;
            case TEST -> TEST;
        };
    }

    /** The place within its holder: waiting leads by priority, then age; others by age, with the id to tell equals apart. */
    static String order(Lead lead) {
        return switch (lead.state()) {
            case SCORED, RESOLVED -> null;
            case WAITING -> lead.priority().ordinal() + "#" + millis(lead.createdAt()) + "#" + lead.id();
            case ASSIGNED -> millis(lead.assignedAt()) + "#" + lead.id();
            case NURTURING, ATTENTION, TEST -> millis(lead.createdAt()) + "#" + lead.id();
        };
    }

    /** Always with milliseconds, so that text order is time order ({@code Instant.toString} drops zeros). */
    private static String millis(Instant at) {
        var millis = Long.toString(at.toEpochMilli());
        return "0".repeat(15 - millis.length()) + millis;
    }
}
