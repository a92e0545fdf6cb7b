package dev.leadkeeper.assignment;

import dev.leadkeeper.rulebook.Pick;

/** Every strategy there is. All are deterministic; equal figures are told apart by fewer un-followed leads, then by id. */
final class Strategies {
    private Strategies() {}

    static Strategy of(Pick pick) {
        return switch (pick) {
            case TOP_CLOSERS -> (Strategy.Picks) TopClosers::rank;
            case FEWEST_UNFOLLOWED -> (Strategy.Picks) ByLoad::fewestUnfollowed;
            case LEAST_LOADED_BY_WEIGHT -> (Strategy.Picks) ByLoad::leastLoadedByWeight;
            case FEWEST_TODAY -> (Strategy.Picks) ByLoad::fewestToday;
            case LONGEST_IDLE -> (Strategy.Picks) ByLoad::longestIdle;
            case ROUND_ROBIN -> (Strategy.Picks) ByTurns::equal;
            case WEIGHTED_ROUND_ROBIN -> (Strategy.Picks) ByTurns::weighted;
            case ORDERS_IN_SUBJECT -> (Strategy.Picks) ByRecord::ordersInSubject;
            case FASTEST_RESPONDER -> (Strategy.Picks) ByRecord::fastestResponder;
            case REGION_DEPTH -> (Strategy.Picks) ByFit::regionDepth;
            case CUSTOMER_SIZE -> (Strategy.Picks) ByFit::customerSize;
            case MOST_SKILLS -> (Strategy.Picks) ByFit::mostSkills;
            case NAMED -> (Strategy.Picks) ByName::named;
            case CUSTOMER_OWNER -> (Strategy.Picks) ByName::customerOwner;
            case POOL -> (Strategy.Places) ByName::pool;
            case MANUAL_QUEUE -> (Strategy.Places) ByName::manualQueue;
        };
    }
}
