package dev.leadkeeper.admin;

import dev.leadkeeper.admin.moves.Forecast;
import dev.leadkeeper.admin.moves.Moves;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.ledger.Attention;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Documents;
import java.util.HashMap;
import java.util.Map;

/** Everything that people can change, by route. */
public final class Admin {
    private Admin() {}

    /** The routes, by route key. */
    public static Map<String, Route> routes(Store store, Queue queue, Files files, Secrets secrets, Clock clock, Ids ids) {
        return routes(store, queue, files, secrets, clock, ids, Forecast.NONE);
    }

    /** The same for somebody who can tell where the rules would lead a lead. */
    public static Map<String, Route> routes(Store store, Queue queue, Files files, Secrets secrets, Clock clock, Ids ids, Forecast forecast) {
        var plans = new Plans(store, clock);
        var all = new HashMap<>(Moves.routes(store, queue, files, secrets, clock, ids, plans, forecast));
        all.putAll(others(store, queue, files, secrets, clock, ids, plans));
        return all;
    }

    private static Map<String, Route> others(Store store, Queue queue, Files files, Secrets secrets, Clock clock, Ids ids, Plans plans) {
        var leads = new Leads(store);
        var details = new Details(store);
        var timelines = new Timelines(store, clock);
        var staff = new StaffBook(store);
        var documents = new Documents(store);
        var rounds = new Rounds(clock, ids);
        return Map.of(
                "PUT /me/preferences", new Route(Action.CHANGE_OWN_PREFERENCES, new OwnPreferences(staff, store, rounds)::answer),
                "PUT /assignment/breaker", new Route(Action.SET_BREAKER, new SwitchBreaker(new Breaker(store, clock), queue)::answer),
                "POST /leads/{id}/assign", new Route(Action.ASSIGN_LEADS, new AssignByHand(leads, details, staff,
                        new Customers(store, secrets), new Ownership(store, files, plans, clock), rounds, timelines,
                        new Announcements(queue), new Reminders(queue), clock)::answer),
                "POST /attention/{id}/replay", new Route(Action.REPLAY_ATTENTION, new ReplayAttention(leads, details, timelines,
                        new Attention(store, clock, ids), documents, queue, ids)::answer),
                "PUT /staff/{id}", new Route(Action.CHANGE_AVAILABILITY, new ChangeStaff(staff, documents, rounds, queue)::answer),
                "PUT /settings/forms/{form}", new Route(Action.CHANGE_FORMS, new SaveForm(documents)::answer));
    }
}
