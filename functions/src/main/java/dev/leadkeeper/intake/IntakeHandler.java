package dev.leadkeeper.intake;

import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.form.WarmUp;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.settings.FormBook;
import dev.leadkeeper.wiring.HttpHandler;
import dev.leadkeeper.wiring.HttpRequest;
import dev.leadkeeper.wiring.HttpResponse;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code GET} and {@code POST /forms/{form}}. */
public final class IntakeHandler extends HttpHandler {
    private static final Pattern ROOT = Pattern.compile("Root=(1-[0-9a-f]{8}-[0-9a-f]{24})");

    private final TakePost takePost;
    private final Ids ids;

    public IntakeHandler() {
        this(Wiring.ofProcess());
        WarmUp.run();
        Snapshot.prepare(Wiring.ofProcess(), IntakeHandler::new,
                () -> PrimingEvents.request("POST /forms/{form}", Map.of("form", "priming"), "{}"));
    }

    /** Over these ports. */
    public IntakeHandler(Wiring wiring) {
        super(wiring.telemetry());
        ids = wiring.ids();
        takePost = new TakePost(new FormBook(wiring.store()), wiring.secrets(), wiring.queue(), wiring.store(), wiring.clock(),
                new TelemetryMeasures(wiring.telemetry()));
    }

    @Override
    protected HttpResponse handle(HttpRequest request) {
        return switch (takePost.take(request.pathParameter("form"), formRequest(request), trace(request))) {
            case Outcome.Accepted(var leads, var attention) ->
                    HttpResponse.json(200, Map.of("leads", leads, "attention", attention));
            case Outcome.Answered(var type, var text) -> HttpResponse.text(200, text).with("content-type", type);
            case Outcome.Unparsable unparsable -> HttpResponse.problem(400, "unparsable", "The body cannot be read.");
            case Outcome.Unauthenticated unauthenticated ->
                    HttpResponse.problem(401, "unauthenticated", "The signature or secret is missing or wrong.");
            case Outcome.UnknownForm unknown -> HttpResponse.problem(404, "unknown-form", "There is no such form.");
            case Outcome.TooLarge(var most) ->
                    HttpResponse.problem(413, "too-large", "The body is too large.", Map.of("mostBytes", most));
        };
    }

    private static FormRequest formRequest(HttpRequest request) {
        var scheme = request.headers().getOrDefault("x-forwarded-proto", "https");
        var uri = scheme + "://" + request.headers().getOrDefault("host", "") + request.path()
                + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
        return new FormRequest(request.method(), uri, request.query(), request.headers(), request.body());
    }

    /** The gateway's trace if it made one. */
    private String trace(HttpRequest request) {
        var header = ROOT.matcher(request.headers().getOrDefault("x-amzn-trace-id", ""));
        return header.find() ? header.group(1) : ids.next();
    }
}
