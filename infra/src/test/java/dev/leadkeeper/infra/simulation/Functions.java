package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.assignment.AssignLead;
import dev.leadkeeper.assignment.DrainWaiting;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.UseCases;
import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.intake.Outcome;
import dev.leadkeeper.intake.TakePost;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.notification.DeliverNotice;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.settings.Rulebooks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One live instance of the functions: the product's own object graph on simulated ports. */
final class Functions {
    /** Parsed once in this process: the same two rulebooks are read by every instance of every schedule. */
    private static final Map<String, Rulebook> PARSED = new ConcurrentHashMap<>();

    private final UseCases useCases;
    private final Ports ports;
    private final TakePost takePost;
    private final DeliverNotice deliverNotice;
    private final Set<String> known = new HashSet<>();

    Functions(Ports ports) {
        this.ports = ports;
        this.useCases = new UseCases(ports);
        this.takePost = useCases.takePost(new Unmeasured());
        this.deliverNotice = useCases.deliverNotice(new Unmeasured());
    }

    /** What the vendor is told with 200; anything else is a fault of the simulation's own forms. */
    Outcome.Accepted take(FormRequest request, String trace) {
        return switch (takePost.take(Senders.FORM, request, trace)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Unparsable _, Outcome.UnknownForm _, Outcome.TooLarge _, Outcome.Unauthenticated _, Outcome.Answered _ ->
                    throw new Violation("a post was not accepted that should have been");
        };
    }

    void score(Post post) {
        useCases.scoreLeads().take(post, rulebook());
    }

    void assign(Doc message) {
        if (message.number("moved") != null) {
            useCases.changesOfHands().tell(message.required("lead"), message.number("moved"));
        }
        useCases.assignLead().assign(message.required("lead"), today());
    }

    void drain(Doc message) {
        useCases.drainWaiting().drain(DrainWaiting.Request.fromDoc(message), today(), ports.clock().now().plus(Duration.ofMillis(3_500)));
    }

    void deliver(NoticeMessage message) {
        deliverNotice.handle(message);
    }

    void fire(String lead, Instant at) {
        useCases.fireDue().fire(lead, at);
    }

    void sweep() {
        useCases.sweepMinute().sweep();
        useCases.followChanges().follow();
        useCases.sweepDue().sweep();
        useCases.releaseNotices().sweep();
    }

    void sweepDay() {
        useCases.sweepDue().sweepDay();
    }

    private AssignLead.Today today() {
        return new AssignLead.Today(rulebook(), useCases.breaker().read().open());
    }

    /** As the product reads it: which one is live each time, its document once in an instance's life. */
    private Rulebook rulebook() {
        var version = useCases.rulebooks().liveVersion().orElseThrow();
        var parsed = PARSED.get(version);
        if (parsed == null || !known.contains(version)) {
            var document = ports.store().get(Key.of(Table.SETTINGS, Rulebooks.KIND, version)).orElseThrow();
            parsed = PARSED.computeIfAbsent(version, _ -> Rulebook.parse(Json.readOwn((String) document.get("doc"))));
            known.add(version);
        }
        return parsed;
    }
}
