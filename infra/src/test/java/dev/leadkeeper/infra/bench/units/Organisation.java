package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.ScriptedNotifier;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.UseCases;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.intake.Outcome;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.notification.Receipt;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.settings.Documents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The functions in a row with the sample organisation, their store and queue metered. Each function works on one message at a time. */
final class Organisation {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    final Meter meter = new Meter();
    private final VirtualClock clock = new VirtualClock("2026-11-23T02:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryQueue queue = new InMemoryQueue();
    private final UseCases useCases = new UseCases(new Ports(new MeteredStore(store, meter), new MeteredQueue(queue, meter),
            new InMemoryFiles(), clock, new SeededIds(1),
            new FixedSecrets().put(Customers.SECRET, "for the benchmark").put("forms/demo", SECRET), new ScriptedNotifier()));

    Organisation() {
        SampleOrganisation.load(store, clock);
        new Documents(store).save("form", "demo", 0, SampleOrganisation.yaml("forms/demo.yaml"));
    }

    /**
     * Posts a lead and sees it through to the notice.
     *
     * @return the state it ends in
     */
    LeadState pass(String key, String body) {
        clock.advance(Duration.ofSeconds(1));
        meter.stage("intake");
        meter.invoked(1);
        var outcome = useCases.takePost(new Unmeasured()).take("demo", signed(key, body), "Root=1-67f0a3c2-4d2f8b1c9e6a7f3b5c1d0e9f");
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            throw new IllegalStateException("the post was not accepted: " + outcome);
        }
        while (!queue.sent().isEmpty()) {
            for (var channel : Channel.values()) {
                queue.take(channel).forEach(message -> handle(channel, Json.readOwn(Json.write(message))));
            }
        }
        return new Leads(store).find(accepted.leads().getFirst()).orElseThrow().state();
    }

    private void handle(Channel channel, Map<String, Object> body) {
        var doc = Doc.of(body);
        switch (channel) {
            case LEADS_RECEIVED -> {
                received("scoring");
                useCases.scoreLeads().take(PostCodec.fromDoc(doc), useCases.rulebooks().live());
            }
            case LEADS_SCORED, LEADS_SCORED_URGENT -> {
                received("assignment");
                useCases.assignLead().assign(doc.required("lead"), useCases.today());
            }
            case NOTICES -> {
                received("notification");
                useCases.deliverNotice(new Untold()).handle(NoticeMessage.fromDoc(doc));
            }
            case DRAINS -> throw new IllegalStateException("nothing waits here");
        }
    }

    /** A message alone in its batch: one receive, one delete, one invocation. */
    private void received(String stage) {
        meter.stage(stage);
        meter.invoked(1);
        meter.queue("receive", 0, 1);
        meter.queue("delete", 0, 1);
    }

    private FormRequest signed(String key, String body) {
        var seconds = Long.toString(clock.now().getEpochSecond());
        return new FormRequest("POST", "https://leads.example.org/forms/demo", Map.of(), Map.of("content-type", "application/json",
                "webhook-id", key, "webhook-timestamp", seconds,
                "webhook-signature", "v1," + Signature.of(SECRET, key + "." + seconds + "." + body)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Unmeasured implements dev.leadkeeper.intake.Measures {
        @Override
        public void accepted(String form, List<Submission> submissions) { }

        @Override
        public void delayed(String form, Duration delay) { }

        @Override
        public void refused(String form, String reason) { }
    }

    private static final class Untold implements dev.leadkeeper.notification.Measures {
        @Override
        public void attempted(NoticeMessage message, Receipt receipt) { }

        @Override
        public void reached(NoticeMessage message, Duration sinceCause) { }

        @Override
        public void undelivered(NoticeMessage message) { }
    }
}
