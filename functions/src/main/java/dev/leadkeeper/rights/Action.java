package dev.leadkeeper.rights;

import java.util.Locale;

/** Everything that a person can ask of the product. */
public enum Action {
    /** Who one is, and what one may do. */
    SEE_ONESELF,
    /** How notices come to oneself. */
    CHANGE_OWN_PREFERENCES,
    /** Notices that did not arrive at once, and what they wait for. */
    SEE_NOTICES,
    /** Ways to reach people that do not work. */
    SEE_ADDRESSES,
    /** One's to-dos. */
    SEE_TODOS,
    /** Leads with their facts, decision and history. */
    SEE_LEADS,
    /** How the leads of one's people stand with their deadlines. */
    SEE_BOARD,
    /** The figures on a person by which a decision ranked them. */
    SEE_FIGURES,
    /** What was recorded of a lead. */
    SEE_FOLLOW_UP,
    /** Record a contact, an activity with its evidence, a stage or an outcome. */
    FOLLOW_UP,
    /** Open the files that prove an activity. They cannot be masked. */
    SEE_EVIDENCE,
    /** Have a text masked and read without storing it. */
    READ_TEXTS,
    /** Give a lead to somebody by hand. */
    ASSIGN_LEADS,
    /** Take a lead that nobody owns. */
    CLAIM_LEADS,
    /** Give a lead back, to a pool or through the rules again, or as junk. */
    RELEASE_LEADS,
    /** Put a lead off within the rulebook's bounds. */
    SNOOZE_LEADS,
    /** Give owned leads to somebody else, one or many. */
    REASSIGN_LEADS,
    /** Send leads through the rules again. */
    REROUTE_LEADS,
    /** Entries that nobody could work with, with what was posted. */
    SEE_ATTENTION,
    /** Have such an entry read anew. */
    REPLAY_ATTENTION,
    /** Records that are hard to believe, with their points and evidence. */
    SEE_REVIEWS,
    /** Decide whether such a record counts. */
    DECIDE_REVIEWS,
    /** Who works here and how much they have to do. Names and groups of colleagues are nobody's secret. */
    SEE_STAFF,
    /** Who can receive leads when: hours, leaves, pauses. */
    CHANGE_AVAILABILITY,
    /** Everything else about a person, roles among it. */
    CHANGE_STAFF,
    SEE_BREAKER,
    /** Stop automatic assignment, or let it go on. */
    SET_BREAKER,
    SEE_FORMS,
    CHANGE_FORMS,
    SEE_RULEBOOK,
    /** Why leads could not be assigned, counted. */
    SEE_FAILURES,
    /** Fields that forms sent and no mapping knows, counted. */
    SEE_DRIFT;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
