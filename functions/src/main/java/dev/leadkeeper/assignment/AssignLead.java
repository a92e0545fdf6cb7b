package dev.leadkeeper.assignment;

import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.settings.Calendars;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives one lead to the right rep, once, however often and by however many it is asked for. */
public final class AssignLead {
    private final Leads leads;
    private final Details details;
    private final Customers customers;
    private final Ownership ownership;
    private final Failures failures;
    private final Rosters rosters;
    private final Rounds rounds;
    private final Clock clock;
    private final NewOwner newOwner;
    private final Reminders reminders;
    private final Plans plans;

    AssignLead(Leads leads, Details details, Customers customers, Ownership ownership, Failures failures,
                      Rosters rosters, Rounds rounds, Clock clock, NewOwner newOwner, Reminders reminders, Plans plans) {
        this.leads = leads;
        this.details = details;
        this.customers = customers;
        this.ownership = ownership;
        this.failures = failures;
        this.rosters = rosters;
        this.rounds = rounds;
        this.clock = clock;
        this.newOwner = newOwner;
        this.reminders = reminders;
        this.plans = plans;
    }

    /** Assigns over these ports. */
    public static AssignLead over(Store store, Queue queue, Files files, Secrets secrets, Clock clock, Ids ids) {
        var details = new Details(store);
        var plans = new Plans(store, clock);
        return new AssignLead(new Leads(store), details, new Customers(store, secrets), new Ownership(store, files, plans, clock),
                new Failures(store, clock), new Rosters(new StaffBook(store), new Calendars(store), clock), new Rounds(clock, ids), clock,
                new NewOwner(details, new Timelines(store, clock), new Announcements(queue)), new Reminders(queue), plans);
    }

    /**
     * What holds for a whole batch, read once and consistently.
     *
     * @param rulebook    the live one
     * @param breakerOpen whether automatic assignment is stopped
     */
    public record Today(Rulebook rulebook, boolean breakerOpen) {}

    /** What became of the lead. */
    public sealed interface Assigned {
        /** It has an owner: by this {@code decision}, or since before, which is {@code null}. */
        record Owned(Lead lead, Decision decision) implements Assigned {}

        /** It went to a pool. */
        record Pooled(Lead lead, Decision decision) implements Assigned {}

        /** It is on the waiting list, for a {@link Refusal}'s word; {@code fresh} if it was not before, or for another one. */
        record Waits(Lead lead, String failure, boolean fresh) implements Assigned {}

        /** It is in a state in which nothing is to be assigned, or there is no such lead. */
        record NotAssignable(String lead) implements Assigned {}
    }

    /**
     * Whether a lead of the waiting list would stay there for the same reason, as far as that can be told without reading what it is about:
     * nobody at all has room, or it was taken back for the last time and nobody behind the rules takes it, whatever it says.
     */
    boolean stays(Lead waiting, Today today) {
        var roster = rosters.current();
        if (Refusal.EVERYBODY_FULL.word().equals(waiting.reason()) && !roster.anyRoom()) {
            return true;
        }
        return plans.exhausted(waiting) && DecisionEngine.afterRounds(roster, today.rulebook(), clock.now()) instanceof Decision.Waits(var failure)
                && failure.equals(waiting.reason());
    }

    /** Assigns the lead for its own message; tells its owner, also when the lead had been assigned before. */
    public Assigned assign(String id, Today today) {
        return assign(id, today, lead -> { });
    }

    /** Assigns the lead for another reason, which does not come again for the sake of this lead: a reminder is left first. */
    Assigned assignOnTheSide(String id, Today today) {
        return assign(id, today, reminders::leave);
    }

    private Assigned assign(String id, Today today, Consumer<Lead> beforeGiving) {
        // Mostly it waits to be assigned, as its message says, and the transaction makes sure that it still does. Anything else is looked at properly.
        var glance = leads.glance(id).filter(lead -> lead.state() == LeadState.SCORED).flatMap(lead -> attempt(lead, today, beforeGiving));
        return glance.isPresent() ? glance.get() : rounds.until(() -> {
            var found = leads.find(id);
            if (found.isEmpty()) {
                return Optional.of(new Assigned.NotAssignable(id));
            }
            var lead = found.get();
            return switch (lead.state()) {
                case SCORED, WAITING -> attempt(lead, today, beforeGiving);
                case ASSIGNED -> {
                    newOwner.tellAgain(lead);
                    yield Optional.of(new Assigned.Owned(lead, null));
                }
                case NURTURING, ATTENTION, TEST, RESOLVED -> Optional.of(new Assigned.NotAssignable(id));
            };
        });
    }

    private Optional<Assigned> attempt(Lead lead, Today today, Consumer<Lead> beforeGiving) {
        if (today.breakerOpen()) {
            return wait(lead, Refusal.BREAKER_OPEN.word(), Waiting.breakerOpen(today.rulebook()));
        }
        var facts = details.factsOf(lead);
        var customer = lead.customer() == null ? null : customers.of(lead);
        var question = new Question(lead.id(), lead.form(), facts, lead.score(), lead.tier(), lead.priority(),
                customer == null ? null : customer.owner(), plans.cooling(lead), plans.exhausted(lead));
        var roster = rosters.current();
        var decision = DecisionEngine.decide(question, roster, today.rulebook(), clock.now());
        return switch (decision.target()) {
            case Decision.ToRep to -> {
                beforeGiving.accept(lead);
                yield give(lead, facts, roster, decision, to, customer);
            }
            case Decision.ToPool to -> {
                if (!ownership.pool(lead, to.pool(), decision)) {
                    yield Optional.empty();
                }
                if (to.failure() != null) {
                    failures.count(to.failure());
                }
                yield Optional.of(new Assigned.Pooled(lead, decision));
            }
            case Decision.Waits waits -> wait(lead, waits.failure(), decision);
        };
    }

    private Optional<Assigned> give(Lead lead, Facts facts, Roster roster, Decision decision, Decision.ToRep to,
                                    Customers.Customer customer) {
        var rep = roster.person(to.rep());
        var claims = customer != null && claims(customer, roster);
        var todo = to.fallback() ? Waiting.fallbackTodo(lead, to, clock.now()) : null;
        return switch (ownership.give(lead, rep, decision, "system", customer, claims, todo)) {
            case Ownership.Given.Done(var owned, var staff) -> {
                rosters.learn(staff);
                if (to.turn() != null && to.turn().weighted()) {
                    rosters.learnTurn(to.turn().pool(), (to.turn().poolSeen() == null ? 0 : to.turn().poolSeen()) + 1);
                }
                if (to.failure() != null) {
                    failures.count(to.failure());
                }
                newOwner.tell(owned, facts, decision.sentence());
                yield Optional.of(new Assigned.Owned(owned, decision));
            }
            case Ownership.Given.LeadChanged() -> Optional.empty();
            case Ownership.Given.RepChanged(var now) -> {
                if (now == null) {
                    rosters.forget();
                } else {
                    rosters.learn(now);
                }
                yield Optional.empty();
            }
            case Ownership.Given.Contended() -> {
                rosters.forget();
                yield Optional.empty();
            }
        };
    }

    /** The new rep becomes the customer's owner if there is none, or the one there is will never receive again. */
    private static boolean claims(Customers.Customer customer, Roster roster) {
        var owner = customer.owner() == null ? null : roster.person(customer.owner());
        return owner == null || owner.status() == Staff.Status.LEFT || owner.status() == Staff.Status.DISABLED;
    }

    /** A lead that waits already, for the same reason, is left as it is: no event for every look at it. */
    private Optional<Assigned> wait(Lead lead, String failure, Decision decision) {
        if (lead.state() == LeadState.WAITING && failure.equals(lead.reason())) {
            return Optional.of(new Assigned.Waits(lead, failure, false));
        }
        if (!ownership.wait(lead, failure, decision)) {
            return Optional.empty();
        }
        failures.count(failure);
        return Optional.of(new Assigned.Waits(lead, failure, true));
    }
}
