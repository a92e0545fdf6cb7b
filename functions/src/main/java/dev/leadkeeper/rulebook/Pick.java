package dev.leadkeeper.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The preset strategies: how a rule picks among those it may pick from. What each does is in the assignment package. */
public enum Pick {
    TOP_CLOSERS("top-closers", Map.of("top", 3, "minLeads", 1, "maxAgeDays", 62)),
    FEWEST_UNFOLLOWED("fewest-unfollowed", Map.of()),
    ROUND_ROBIN("round-robin", Map.of()),
    WEIGHTED_ROUND_ROBIN("weighted-round-robin", Map.of()),
    ORDERS_IN_SUBJECT("orders-in-subject", Map.of("days", 7)),
    REGION_DEPTH("region-depth", Map.of()),
    CUSTOMER_SIZE("customer-size", Map.of()),
    CUSTOMER_OWNER("customer-owner", Map.of()),
    LONGEST_IDLE("longest-idle", Map.of()),
    FASTEST_RESPONDER("fastest-responder", Map.of("maxAgeDays", 31)),
    LEAST_LOADED_BY_WEIGHT("least-loaded-by-weight", Map.of()),
    FEWEST_TODAY("fewest-today", Map.of()),
    MOST_SKILLS("most-skills", Map.of()),
    NAMED("named", Map.of()),
    POOL("pool", Map.of()),
    MANUAL_QUEUE("manual-queue", Map.of());

    /** Largest value of a number that a strategy takes. */
    static final int MOST = 1_000;

    private final String word;
    private final Map<String, Integer> numbers;

    Pick(String word, Map<String, Integer> numbers) {
        this.word = word;
        this.numbers = numbers;
    }

    /** The name in the rulebook. */
    public String word() {
        return word;
    }

    /** The numbers it takes (1–{@value #MOST}), with what holds where the rulebook is silent. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    /** Whether it takes turns, which are counted in a pool of turns. */
    public boolean takesTurns() {
        return this == ROUND_ROBIN || this == WEIGHTED_ROUND_ROBIN;
    }

    /** Whether it picks among the members of a target, rather than knowing where the lead goes. */
    boolean picksFromMembers() {
        return switch (this) {
            case NAMED, POOL, MANUAL_QUEUE, CUSTOMER_OWNER -> false;
            case TOP_CLOSERS, FEWEST_UNFOLLOWED, ROUND_ROBIN, WEIGHTED_ROUND_ROBIN, ORDERS_IN_SUBJECT, REGION_DEPTH,
                    CUSTOMER_SIZE, LONGEST_IDLE, FASTEST_RESPONDER, LEAST_LOADED_BY_WEIGHT, FEWEST_TODAY, MOST_SKILLS -> true;
        };
    }

    static Optional<Pick> of(String word) {
        return Arrays.stream(values()).filter(pick -> pick.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Pick::word).toList();
    }
}
