package dev.leadkeeper.workbench;

import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.ledger.AnchoredChains;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.ledger.Decisions;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.Pools;
import dev.leadkeeper.settings.Rulebooks;
import java.util.Map;

/** Everything that people can see, by route. */
public final class Workbench {
    private Workbench() {}

    /** The routes, by route key. */
    public static Map<String, Route> routes(Store store, Files files, Clock clock) {
        var leads = new Leads(store);
        var details = new Details(store);
        var staff = new StaffBook(store);
        var rulebooks = new Rulebooks(store);
        var oneLead = new OneLead(leads, details, new Timelines(store, clock), new Decisions(files), clock);
        var oneTimeline = new OneTimeline(leads, new Timelines(store, clock),
                new AnchoredChains(new Chains(store, files), new Anchors(files)));
        var settings = new Settings(new Breaker(store, clock), new Documents(store), rulebooks);
        var signals = new Signals(new Failures(store, clock), new Drift(store, clock));
        var compliance = new Compliance(store);
        var calendars = new Calendars(store);
        var oneself = new Oneself(staff, new Todos(store), store, compliance, calendars, new DeadlineRules(store), clock);
        return Map.ofEntries(
                Map.entry("GET /leads/{id}", new Route(Action.SEE_LEADS, oneLead::answer)),
                Map.entry("GET /leads/{id}/timeline", new Route(Action.SEE_LEADS, oneTimeline::answer)),
                Map.entry("GET /leads", new Route(Action.SEE_LEADS, new LeadList(leads, details, new Pools(rulebooks), clock)::answer)),
                Map.entry("GET /board", new Route(Action.SEE_BOARD, new Board(staff, leads, details, compliance, calendars, clock)::answer)),
                Map.entry("GET /silent", new Route(Action.SEE_LEADS, new SilentLeads(leads, details, staff, new Pools(rulebooks), new DeadlineRules(store), clock)::answer)),
                Map.entry("GET /attention", new Route(Action.SEE_ATTENTION, new AttentionList(leads, details)::answer)),
                Map.entry("GET /reviews", new Route(Action.SEE_REVIEWS, new ReviewList(new ReviewQueue(store), leads, details)::answer)),
                Map.entry("GET /staff", new Route(Action.SEE_STAFF, new StaffList(staff)::answer)),
                Map.entry("GET /settings/forms/{form}", new Route(Action.SEE_FORMS, settings::form)),
                Map.entry("GET /rulebook", new Route(Action.SEE_RULEBOOK, settings::rulebook)),
                Map.entry("GET /calendar", new Route(Action.SEE_RULEBOOK, settings::calendar)),
                Map.entry("GET /failures", new Route(Action.SEE_FAILURES, signals::failures)),
                Map.entry("GET /drift", new Route(Action.SEE_DRIFT, signals::drift)),
                Map.entry("GET /assignment/breaker", new Route(Action.SEE_BREAKER, settings::breaker)),
                Map.entry("GET /todos", new Route(Action.SEE_TODOS, oneself::todos)),
                Map.entry("GET /me/preferences", new Route(Action.SEE_ONESELF, oneself::preferences)),
                Map.entry("GET /notices", new Route(Action.SEE_NOTICES, new NoticeList(store)::answer)),
                Map.entry("GET /notices/addresses", new Route(Action.SEE_ADDRESSES, new AddressList(store)::answer)),
                Map.entry("GET /me", new Route(Action.SEE_ONESELF, oneself::me)));
    }
}
