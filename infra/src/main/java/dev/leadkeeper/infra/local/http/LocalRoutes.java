package dev.leadkeeper.infra.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.sources.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The local cloud's own routes, under {@code /local/}:
 * <pre>
 * GET  /local/status           200 once the organisation is loaded, 503 before; queue depths, settled or not, where the services are
 * GET  /local/outbox           the notices delivered so far, newest last
 * POST /local/outbox           where the outbox channel delivers
 * GET  /local/clock            the time of everything here; see {@link ClockRoutes}
 * POST /local/clock            {"advance":"PT49H"}, {"now":"2026-03-01T08:00:00Z"} or {"speed":60}
 * POST /local/tick/{function}  fires that function's schedules now and waits for them
 * </pre>
 */
public final class LocalRoutes {
    public static final String PREFIX = "/local/";

    private final Supplier<ObjectNode> status;
    private final Outbox outbox;
    private final ClockRoutes clockRoutes;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Consumer<JsonNode> onNotice;

    /** @param onNotice told of every notice, to print it */
    public LocalRoutes(Supplier<ObjectNode> status, Outbox outbox, ClockRoutes clockRoutes, InstantSource clock, Scheduler scheduler,
            Consumer<JsonNode> onNotice) {
        this.status = status;
        this.outbox = outbox;
        this.clockRoutes = clockRoutes;
        this.clock = clock;
        this.scheduler = scheduler;
        this.onNotice = onNotice;
    }

    public Response answer(Request request) throws InterruptedException {
        String call = request.method() + " " + request.path();
        if (call.startsWith("POST /local/tick/")) {
            return tick(call.substring("POST /local/tick/".length()));
        }
        return switch (call) {
            case "GET /local/status" -> {
                ObjectNode now = status.get();
                yield Response.json(now.path("ready").asBoolean() ? 200 : 503, now);
            }
            case "GET /local/outbox" -> {
                ArrayNode items = Json.array();
                outbox.items().forEach(items::add);
                yield Response.json(200, Json.object().set("items", items));
            }
            case "POST /local/outbox" -> deliver(request);
            case "GET /local/clock" -> clockRoutes.show();
            case "POST /local/clock" -> clockRoutes.move(request);
            default -> Response.message(404, "Not Found");
        };
    }

    private Response deliver(Request request) {
        Optional<JsonNode> notice = Json.parse(request.body());
        if (notice.isEmpty() || !(notice.get() instanceof ObjectNode object)) {
            return Response.message(400, "a notice is a JSON object");
        }
        try {
            outbox.add(object, clock.instant());
        } catch (IOException e) {
            return Response.message(503, "the notice could not be kept");
        }
        onNotice.accept(object);
        return Response.json(200, Json.object().put("ok", true));
    }

    private Response tick(String function) throws InterruptedException {
        List<Invoker.Outcome> outcomes = scheduler.tick(function);
        if (outcomes.isEmpty()) {
            return Response.message(404, "no schedule of a function " + function);
        }
        ArrayNode results = Json.array();
        boolean failed = false;
        for (Invoker.Outcome outcome : outcomes) {
            byte[] payload = switch (outcome) {
                case Invoker.Outcome.Returned(byte[] returned) -> returned;
                case Invoker.Outcome.Failed(byte[] error) -> error;
            };
            failed |= outcome instanceof Invoker.Outcome.Failed;
            results.add(Json.parse(payload).orElseGet(() -> Json.of(new String(payload, StandardCharsets.UTF_8))));
        }
        return Response.json(failed ? 500 : 200, Json.object().set("results", results));
    }
}
