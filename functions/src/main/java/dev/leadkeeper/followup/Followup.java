package dev.leadkeeper.followup;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.credibility.Reviews;
import dev.leadkeeper.credibility.Unweighed;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Endings;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Stages;
import dev.leadkeeper.ledger.Tagged;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.settings.FollowUps;
import dev.leadkeeper.telemetry.Telemetry;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that reps record, by route, and the page of the check-in link. */
public final class Followup {
    /** What it stands on; what only files need is made when the first one is declared or opened. */
    public record Ground(Store store, Queue queue, Secrets secrets, Supplier<Quarantine> quarantine, Supplier<Vault> vault,
                         Clock clock, Ids ids, Telemetry telemetry) {}

    private Followup() {}

    /** The routes, by route key. */
    public static Map<String, Route> routes(Ground ground) {
        var store = ground.store();
        var clock = ground.clock();
        var reach = new Reach(new Leads(store));
        var activities = new Activities(store, new Plans(store, clock), clock, ground.ids());
        var followUps = new FollowUps(store);
        var room = new Room(new StaffBook(store), ground.queue());
        var rounds = new Rounds(clock, ground.ids());
        var forms = new Forms(ground.quarantine(), clock);
        var see = new SeeActivities(reach, activities, followUps);
        var believing = new Believing(store, ground.queue(), clock, ground.ids());
        var unweighed = new Unweighed(store, clock, ground.ids());
        return Map.ofEntries(
                Map.entry("POST /leads/{id}/contacted", recording(store, new Contacted(checkIn(ground), clock)::answer)),
                Map.entry("POST /leads/{id}/activities", recording(store, new Weighed(new RecordActivity(reach, activities, followUps, forms, room,
                        new Announcements(ground.queue()), rounds, clock, ground.ids())::answer, believing, unweighed))),
                Map.entry("GET /leads/{id}/activities", new Route(Action.SEE_FOLLOW_UP, see::all)),
                Map.entry("GET /activities", new Route(Action.SEE_FOLLOW_UP, new TaggedList(new Tagged(store), new Leads(store), followUps, clock)::answer)),
                Map.entry("GET /leads/{id}/activities/{activity}", new Route(Action.SEE_FOLLOW_UP, see::one)),
                Map.entry("POST /leads/{id}/activities/{activity}/uploads", recording(store,
                        new Weighed(new MoreFiles(reach, activities, followUps, forms, rounds, clock)::answer, believing, unweighed))),
                Map.entry("GET /leads/{id}/activities/{activity}/files/{file}", new Route(Action.SEE_EVIDENCE,
                        new OpenFile(reach, activities, ground.vault(), ground.telemetry())::answer)),
                Map.entry("POST /leads/{id}/stage", recording(store, new Weighed(
                        new MoveStage(reach, activities, new Stages(store, new Plans(store, clock), clock), followUps, rounds)::answer, believing, unweighed))),
                Map.entry("POST /leads/{id}/outcome", recording(store, new Weighed(new EndOpportunity(reach, activities,
                        new Endings(store, clock), followUps, room, rounds)::answer, believing, unweighed))),
                Map.entry("POST /reviews/{id}", new Route(Action.DECIDE_REVIEWS, new DecideReview(
                        new Reviews(store, ground.queue(), clock, ground.ids()), followUps)::answer)),
                Map.entry("POST /texts/read", new Route(Action.READ_TEXTS, new ReadText(followUps, clock)::answer)));
    }

    private static Route recording(Store store, Route.Endpoint endpoint) {
        return new Route(Action.FOLLOW_UP, new FormerOwner(endpoint, new Leads(store)));
    }

    static CheckInPage page(Ground ground) {
        return new CheckInPage(checkIn(ground), new CheckInLinks(ground.secrets()), new Leads(ground.store()), ground.clock());
    }

    private static CheckIn checkIn(Ground ground) {
        return new CheckIn(new Leads(ground.store()), new Activities(ground.store(), new Plans(ground.store(), ground.clock()), ground.clock(), ground.ids()), new FollowUps(ground.store()),
                new Room(new StaffBook(ground.store()), ground.queue()), new Rounds(ground.clock(), ground.ids()), ground.clock(), ground.ids());
    }
}
