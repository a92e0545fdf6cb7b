package dev.leadkeeper.infra.bench.pipeline;

import dev.leadkeeper.lead.Staff;

/** People who can take any number of leads, so that a benchmark ends when it wants to. */
public final class Bottomless {
    private static final int CAP = 1_000_000;

    private Bottomless() {}

    /** The same person without limits. */
    public static Staff of(Staff staff) {
        return new Staff(staff.id(), staff.name(), staff.role(), staff.groups(), staff.status(), staff.canReceive(), staff.skills(),
                staff.industries(), staff.regions(), staff.sizes(), staff.weight(), CAP, null, null, null, staff.leaves(),
                staff.figures(), staff.channels(), staff.ledger());
    }
}
