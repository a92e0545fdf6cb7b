package dev.leadkeeper.assignment;

import dev.leadkeeper.wiring.PrimingCase;

/** A scored lead, all its way to an owner. */
class AssignmentPrimingTest extends PrimingCase {
    AssignmentPrimingTest() {
        super("assignment", AssignmentHandler::new);
    }
}
