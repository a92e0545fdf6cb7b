package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.infra.bench.pipeline.Bottomless;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notification.channel.FakeVendor;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.telemetry.JsonTelemetry;
import dev.leadkeeper.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sample organisation, whose people can take any number of leads, with the functions in a row over metered ports. */
public final class Organisation implements AutoCloseable {
    /** When it begins: on a Monday, an hour after work does. */
    public static final Instant START = Instant.parse("2026-11-23T02:00:00.123Z");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    final Meter meter = new Meter();
    private final VirtualClock clock = new VirtualClock(START);
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryQueue queue = new InMemoryQueue();
    private final FakeVendor vendor = new FakeVendor().always(200, "{\"ok\":true}");
    private final Map<Channel, Integer> batches;
    private final Functions functions;
    private final List<String> accepted = new ArrayList<>();

    /** @param batches most messages to a batch */
    Organisation(Map<Channel, Integer> batches) {
        this.batches = batches;
        SampleOrganisation.load(store, clock);
        var documents = new Documents(store);
        documents.save("form", "demo", 0, SampleOrganisation.yaml("forms/demo.yaml"));
        documents.save("organisation", "channels", 1, Map.of("channels", Map.of("outbox", Map.of("type", "outbox", "baseUrl",
                vendor.url()))));
        var book = new StaffBook(store);
        book.everybody().staff().forEach(each -> book.save(Bottomless.of(each)));
        functions = new Functions(Wiring.of(Map.of("PUBLIC_URL", "https://crm.example.com"), clock, new SeededIds(1),
                new JsonTelemetry(clock, "leadkeeper/leadkeeper", meter.log()), new MeteredStore(store, meter),
                new MeteredQueue(queue, meter), new InMemoryFiles(),
                new FixedSecrets().put(Customers.SECRET, "for the benchmark").put("forms/demo", SECRET)), meter);
    }

    /** One whose functions take each message by itself. */
    public static Organisation takingOneAtATime() {
        return new Organisation(Batches.ofOne());
    }

    /** Where everything lies that it has; what is read here is not counted. */
    public Store store() {
        return store;
    }

    /** Posts a lead, so long after the one before. */
    public void post(String key, String body, Duration after) {
        clock.advance(after);
        var seconds = Long.toString(clock.now().getEpochSecond());
        var answer = functions.post("demo", Map.of("content-type", "application/json", "webhook-id", key, "webhook-timestamp", seconds,
                "webhook-signature", "v1," + Signature.of(SECRET, key + "." + seconds + "." + body),
                "x-amzn-trace-id", "Root=1-67f0a3c2-4d2f8b1c9e6a7f3b5c1d0e9f"), body);
        ((List<?>) answer.get("leads")).forEach(lead -> accepted.add((String) lead));
    }

    /** Lets the functions take what waits, in batches as full as can be, until nothing is left. */
    public void work() {
        while (!queue.sent().isEmpty()) {
            for (var channel : Channel.values()) {
                var waiting = queue.take(channel);
                int most = batches.get(channel);
                for (int from = 0; from < waiting.size(); from += most) {
                    functions.batch(channel, waiting.subList(from, Math.min(waiting.size(), from + most)));
                }
            }
        }
    }

    /** @throws IllegalStateException unless every lead has an owner who was told */
    public void check() {
        var leads = new Leads(store);
        for (var id : accepted) {
            var state = leads.find(id).orElseThrow().state();
            if (state != LeadState.ASSIGNED) {
                throw new IllegalStateException("lead " + id + " is " + state);
            }
        }
        if (vendor.requests().size() != accepted.size()) {
            throw new IllegalStateException(accepted.size() + " leads and " + vendor.requests().size() + " notices");
        }
    }

    @Override
    public void close() {
        vendor.close();
    }
}
