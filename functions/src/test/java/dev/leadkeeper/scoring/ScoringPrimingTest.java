package dev.leadkeeper.scoring;

import dev.leadkeeper.wiring.PrimingCase;

/** A post, all its way to a scored lead. */
class ScoringPrimingTest extends PrimingCase {
    ScoringPrimingTest() {
        super("scoring", ScoringHandler::new);
    }
}
