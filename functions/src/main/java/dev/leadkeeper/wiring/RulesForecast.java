package dev.leadkeeper.wiring;

import dev.leadkeeper.admin.moves.Forecast;
import dev.leadkeeper.assignment.DecisionEngine;
import dev.leadkeeper.assignment.Question;
import dev.leadkeeper.assignment.Roster;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Rulebooks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Asks assignment's rules on behalf of a function that may not know assignment. */
public final class RulesForecast implements Forecast {
    private final StaffBook staff;
    private final Rulebooks rulebooks;
    private final Calendars calendars;
    private final Customers customers;
    private final Details details;
    private final Plans plans;
    private final Clock clock;

    public RulesForecast(Wiring wiring) {
        this(wiring.store(), wiring.secrets(), wiring.clock());
    }

    /** Over these ports. */
    public RulesForecast(Store store, Secrets secrets, Clock clock) {
        this.staff = new StaffBook(store);
        this.rulebooks = new Rulebooks(store);
        this.calendars = new Calendars(store);
        this.customers = new Customers(store, secrets);
        this.details = new Details(store);
        this.plans = new Plans(store, clock);
        this.clock = clock;
    }

    @Override
    public Look look() {
        if (rulebooks.liveVersion().isEmpty()) {
            return _ -> Optional.empty();
        }
        var rulebook = rulebooks.live();
        var everybody = staff.everybody();
        var roster = Roster.of(everybody.staff(), everybody.taken(), calendars.live());
        return lead -> lead.score() == null ? Optional.empty() : Optional.of(path(lead, roster, rulebook));
    }

    private Path path(Lead lead, Roster roster, Rulebook rulebook) {
        var now = clock.now();
        var facts = details.factsOf(lead);
        var owner = customerOwner(lead);
        var cooling = plans.cooling(lead);
        if (lead.owner() == null) {
            var decision = DecisionEngine.decide(question(lead, facts, owner, cooling), roster, rulebook, now);
            return new Path(decision, isThere(lead, decision.target()));
        }
        // Whether the rules of the territory mean the owner: that a customer is theirs follows from having had the lead.
        var means = DecisionEngine.decide(question(lead, facts, lead.owner().equals(owner) ? null : owner, cooling), roster, rulebook, now);
        var without = new HashSet<>(cooling);
        without.add(lead.owner());
        return new Path(DecisionEngine.decide(question(lead, facts, owner, without), roster, rulebook, now),
                means.target() instanceof Decision.ToRep to && to.rep().equals(lead.owner()));
    }

    private static boolean isThere(Lead unowned, Decision.Target target) {
        return switch (target) {
            case Decision.ToRep _ -> false;
            case Decision.ToPool to -> unowned.state() == LeadState.NURTURING && to.pool().equals(unowned.pool());
            case Decision.Waits _ -> unowned.state() == LeadState.WAITING;
        };
    }

    private Question question(Lead lead, Facts facts, String customerOwner, Set<String> cooling) {
        return new Question(lead.id(), lead.form(), facts, lead.score(), lead.tier(), lead.priority(), customerOwner, cooling, plans.exhausted(lead));
    }

    /** As it will be once the lead has no owner: a customer of whom nothing is noted has the owner of its one lead. */
    private String customerOwner(Lead lead) {
        var customer = lead.customer() == null ? null : customers.of(lead);
        return customer == null || !customer.noted() ? null : customer.owner();
    }
}
