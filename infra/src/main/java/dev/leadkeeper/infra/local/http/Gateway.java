package dev.leadkeeper.infra.local.http;

import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The HTTP API: finds the route, asks the authorizer, invokes the function and translates its answer. */
public final class Gateway {
    /** Lambda's limit for a synchronous event
     * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html); API Gateway answers 413 beyond it. */
    private static final int MAX_EVENT = 6 * 1024 * 1024;

    private final Routes routes;
    private final LocalAuthorizer authorizer;
    private final Invoker functions;
    private final InstantSource clock;

    public Gateway(List<Template.Function> functions, LocalAuthorizer authorizer, Invoker invoker, InstantSource clock) {
        this.routes = new Routes(functions);
        this.authorizer = authorizer;
        this.functions = invoker;
        this.clock = clock;
    }

    public Response answer(Request request) throws InterruptedException {
        Optional<Routes.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return Response.message(404, "Not Found");
        }
        Optional<Map<String, String>> claims = Optional.empty();
        if (match.get().target().route().authorized()) {
            claims = authorizer.claims(request.header("authorization"));
            if (claims.isEmpty()) {
                return Response.message(401, "Unauthorized");
            }
        }
        byte[] event = Json.bytes(HttpEvent.of(request, match.get(), claims, UUID.randomUUID().toString(), clock.instant()));
        if (event.length > MAX_EVENT) {
            return Response.message(413, "Request Entity Too Large");
        }
        return switch (functions.invoke(match.get().target().function(), event)) {
            case Invoker.Outcome.Returned(byte[] payload) -> Response.ofFunction(payload);
            case Invoker.Outcome.Failed _ -> Response.message(500, "Internal Server Error");
        };
    }
}
