package dev.leadkeeper.infra.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.ObjectListener;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.functions.Functions;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.http.ClockRoutes;
import dev.leadkeeper.infra.local.http.Gateway;
import dev.leadkeeper.infra.local.http.HttpFront;
import dev.leadkeeper.infra.local.http.LocalAuthorizer;
import dev.leadkeeper.infra.local.http.LocalRoutes;
import dev.leadkeeper.infra.local.http.Outbox;
import dev.leadkeeper.infra.local.http.Response;
import dev.leadkeeper.infra.local.sources.ExpirySweep;
import dev.leadkeeper.infra.local.sources.ObjectEvents;
import dev.leadkeeper.infra.local.sources.QueuePoller;
import dev.leadkeeper.infra.local.sources.Scheduler;
import dev.leadkeeper.infra.local.sources.Travel;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.TemplateReader;
import dev.leadkeeper.infra.local.time.KeptClock;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A running local cloud. Tests start one in their own process:
 * <pre>
 * try (LocalCloud cloud = LocalCloud.start(Options.forTests(root), loader, notice -&gt; {})) { … cloud.api() … }
 * </pre>
 */
public final class LocalCloud implements AutoCloseable {
    private final Template template;
    private final Endpoints endpoints;
    private final Map<String, String> environment;
    private final Functions functions;
    private final Outbox outbox;
    private final URI api;
    private final VirtualClock clock;
    private final Travel travel;
    private final Deque<AutoCloseable> running;
    private volatile boolean ready;

    private LocalCloud(Template template, Endpoints endpoints, Map<String, String> environment, Functions functions, Outbox outbox, URI api,
            VirtualClock clock, Travel travel, Deque<AutoCloseable> running) {
        this.template = template;
        this.endpoints = endpoints;
        this.environment = environment;
        this.functions = functions;
        this.outbox = outbox;
        this.api = api;
        this.clock = clock;
        this.travel = travel;
        this.running = running;
    }

    /**
     * Starts everything and loads the organisation.
     *
     * @param onNotice told of every notice that the outbox gets
     * @throws dev.leadkeeper.infra.local.template.TemplateError when the template says what is not understood
     * @throws HttpFront.PortInUse                                when somebody else listens on the port
     */
    public static LocalCloud start(Options options, OrganisationLoader organisation, Consumer<JsonNode> onNotice) throws Exception {
        Deque<AutoCloseable> running = new ArrayDeque<>();
        try {
            LocalCloud cloud = start(options, onNotice, running);
            organisation.load(cloud.endpoints, cloud.environment, cloud.api, options.root().resolve("infra/seed"));
            cloud.ready = true;
            return cloud;
        } catch (Exception e) {
            stop(running);
            throw e;
        }
    }

    private static LocalCloud start(Options options, Consumer<JsonNode> onNotice, Deque<AutoCloseable> running) throws Exception {
        // The port is taken first, so that a second cloud stops here; it answers once the rest stands.
        CompletableFuture<HttpFront.Handler> handler = new CompletableFuture<>();
        HttpFront front = HttpFront.start(options.port(), request -> handler.isDone() ? handler.join().answer(request)
                : Response.json(503, Json.object().put("ready", false).put("settled", false)));
        running.push(front);
        URI api = URI.create("http://localhost:" + front.port());
        Outbox outbox = new Outbox(options.data());

        VirtualClock clock = new VirtualClock(InstantSource.system(), ahead(options));
        if (options.data().isPresent()) {
            running.push(KeptClock.in(options.data().get(), clock));
        }
        CompletableFuture<ObjectListener> uploads = new CompletableFuture<>();
        Emulators emulators = Emulators.start(options.data(), clock, change -> uploads.join().changed(change));
        running.push(emulators);
        Endpoints endpoints = emulators.endpoints();
        Template template = new TemplateReader(Place.local(endpoints.sqs().toString(), api.toString()), options.parameters())
                .read(options.template());

        Map<String, String> environment = new LinkedHashMap<>(template.environment());
        environment.putAll(endpoints.environment());
        // Where people would reach this API, so that notices carry links that work here.
        environment.replace("PUBLIC_URL", "", api.toString());
        FunctionProcess child = FunctionProcess.start(options, template, environment, clock);
        running.push(child);
        Provisioning.create(template, endpoints, options.data().isEmpty());
        Functions functions = child.functions();
        // Time waits for what people and messages start. Schedules are started by time itself, too often at high speed to wait for them.
        Invoker work = waitedFor(functions, clock);

        SqsClient sqs = endpoints.sqsClient();
        DynamoDbClient dynamoDb = endpoints.dynamoDbClient();
        running.push(sqs);
        running.push(dynamoDb);
        ObjectEvents objects = new ObjectEvents(template.buckets(), work, sqs, clock, endpoints.region(), options.doubles());
        uploads.complete(objects);
        running.push(objects);
        Map<String, String> urls = new HashMap<>();
        Map<String, Duration> visibilities = new HashMap<>();
        template.queues().forEach(queue -> {
            urls.put(queue.arn(), endpoints.sqs() + "/" + Place.ACCOUNT + "/" + queue.name());
            visibilities.put(queue.arn(), queue.visibility());
        });
        List<QueuePoller> pollers = new ArrayList<>();
        for (Template.Function function : template.functions()) {
            for (Template.Source source : function.sources()) {
                if (source instanceof Template.QueueSource queue) {
                    QueuePoller poller = new QueuePoller(queue, urls.get(queue.queueArn()), visibilities.get(queue.queueArn()), function.name(),
                            sqs, work, clock);
                    pollers.add(poller);
                    running.push(poller.start());
                }
            }
        }
        Scheduler scheduler = new Scheduler(template.functions(), clock, functions, sqs, endpoints.region());
        running.push(scheduler);
        ExpirySweep sweep = new ExpirySweep(template.tables(), dynamoDb, clock);
        running.push(sweep);
        if (options.schedules()) {
            scheduler.start();
            sweep.start();
        }

        Status status = new Status(template, urls, sqs, functions, objects, () -> pollers.stream().mapToInt(QueuePoller::taken).sum(),
                endpoints.environment());
        Travel travel = new Travel(clock, scheduler, options.schedules(), status::calm, sweep::sweep);
        LocalCloud cloud = new LocalCloud(template, endpoints, environment, functions, outbox, api, clock, travel, running);
        LocalRoutes own = new LocalRoutes(() -> status.now(cloud.ready), outbox, new ClockRoutes(clock, travel, scheduler), clock, scheduler, onNotice);
        Gateway gateway = new Gateway(template.functions(),
                new LocalAuthorizer(Optional.ofNullable(template.environment().get("STAFF_CLAIM"))), work, clock);
        handler.complete(request -> request.path().startsWith(LocalRoutes.PREFIX) ? own.answer(request) : gateway.answer(request));
        return cloud;
    }

    private static Duration ahead(Options options) throws IOException {
        if (options.now().isPresent()) {
            return Duration.between(Instant.now(), options.now().get());
        }
        return options.data().isPresent() ? KeptClock.ahead(options.data().get()) : Duration.ZERO;
    }

    private static Invoker waitedFor(Invoker functions, VirtualClock clock) {
        return (function, event) -> {
            try (VirtualClock.Hold _ = clock.hold()) {
                return functions.invoke(function, event);
            }
        };
    }

    /** The time of everything here. */
    public VirtualClock clock() {
        return clock;
    }

    /** Puts the clock forward. */
    public Travel travel() {
        return travel;
    }

    public URI api() {
        return api;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Template template() {
        return template;
    }

    /** The environment of the functions: names of tables and queues, endpoints, credentials. */
    public Map<String, String> environment() {
        return environment;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** The functions themselves, to invoke or to crash one in a test. */
    public Functions functions() {
        return functions;
    }

    @Override
    public void close() {
        stop(running);
    }

    private static void stop(Deque<AutoCloseable> running) {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger("leadkeeper.local").log(System.Logger.Level.WARNING, "something did not stop cleanly", e);
            }
        }
    }
}
