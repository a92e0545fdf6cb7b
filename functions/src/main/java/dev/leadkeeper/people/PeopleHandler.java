package dev.leadkeeper.people;

import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.HttpHandler;
import dev.leadkeeper.wiring.HttpRequest;
import dev.leadkeeper.wiring.HttpResponse;
import dev.leadkeeper.wiring.Wiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function of the people's API: the token's claim says who asks, the route says what, the desk answers. */
public abstract class PeopleHandler extends HttpHandler {
    /** Environment variable that names the claim which holds the staff id; {@code sub} if it is not set. */
    private static final String STAFF_CLAIM = "STAFF_CLAIM";

    private final Telemetry telemetry;
    private final String claim;
    private final Desk desk;

    protected PeopleHandler(Wiring wiring, Map<String, Route> routes) {
        super(wiring.telemetry());
        telemetry = wiring.telemetry();
        claim = wiring.setting(STAFF_CLAIM).isEmpty() ? "sub" : wiring.setting(STAFF_CLAIM);
        desk = new Desk(new StaffBook(wiring.store()), routes);
    }

    @Override
    protected HttpResponse handle(HttpRequest request) {
        var staff = request.claim(claim);
        var response = respond(request, staff);
        telemetry.log(Telemetry.Level.INFO, "asked", Field.ROUTE.is(request.routeKey()), Field.STAFF.is(staff.isEmpty() ? null : staff),
                Field.STATUS.is(response.status()));
        return response;
    }

    private HttpResponse respond(HttpRequest request, String staff) {
        try {
            return response(isJson(request) ? answer(request, staff) : new Answer.Wrong("body", "is not declared as application/json"));
        } catch (Rounds.Rivals rivals) {
            // Others were faster each time; nothing is wrong, and a moment later there is room.
            return HttpResponse.problem(503, "busy", "Too many wrote to this at the same moment; ask again. 同时写入的人太多，请重试。", Map.of()).with("retry-after", "1");
        }
    }

    private Answer answer(HttpRequest request, String staff) {
        return desk.answer(request.routeKey(), staff, new Ask(request.pathParameters(), request.query(), request.headers(), request.body()));
    }

    /** A body without a declared type is taken for what it must be. */
    private static boolean isJson(HttpRequest request) {
        var type = request.headers().getOrDefault("content-type", "application/json");
        return request.body().length == 0 || type.matches("(?i)application/(json|[a-z0-9.+-]+\\+json)\\s*(;.*)?");
    }

    private static HttpResponse response(Answer answer) {
        return switch (answer) {
            case Answer.Done(var body) -> HttpResponse.json(200, body);
            case Answer.Versioned(var body, var revision) -> HttpResponse.json(200, body).with("etag", "\"" + revision + "\"");
            case Answer.Table(var name, var csv, var next) -> table(name, csv, next);
            case Answer.View(var html) -> page(200, html);
            case Answer.Elsewhere(var place) -> HttpResponse.text(303, "").with("location", place.toString());
            case Answer.Stale(var yours, var current) -> HttpResponse.problem(409, "stale", "The lead has changed since you saw it. 线索已被他人更新。",
                    Map.of("yours", yours, "current", current));
            case Answer.Wrong(var flaws) -> HttpResponse.problem(400, "invalid", "The request is not right.",
                    more(flaws.getFirst().field() + ": " + flaws.getFirst().problem(), Map.of("errors", errors(flaws))));
            case Answer.Denied(var why) -> HttpResponse.problem(403, "denied", "You may not do this.", more(why, Map.of()));
            case Answer.Missing(var what) -> HttpResponse.problem(404, "missing", "There is no such thing, or not for you.",
                    more("no such " + what, Map.of()));
            case Answer.Refused(var detail, var more) -> HttpResponse.problem(409, "refused", "This cannot be done as things stand.",
                    more(detail, more));
        };
    }

    /** The cursor of the next page stands in a header, since the body is all table. */
    private static HttpResponse table(String name, String csv, String next) {
        var table = HttpResponse.text(200, csv).with("content-type", "text/csv; charset=utf-8").with("content-disposition", "attachment; filename=\"" + name + "\"");
        return next == null ? table : table.with("x-next-cursor", next);
    }

    /** A page of {@link Html}. Its address may be a credential, so that no other page may learn it; and nothing may run in it. */
    protected static HttpResponse page(int status, String html) {
        return HttpResponse.text(status, html)
                .with("content-type", "text/html; charset=utf-8")
                .with("referrer-policy", "no-referrer")
                .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    }

    private static Map<String, Object> more(String detail, Map<String, Object> more) {
        var all = new LinkedHashMap<String, Object>();
        all.put("detail", detail);
        all.putAll(more);
        return all;
    }

    private static List<Map<String, Object>> errors(List<Flaw> flaws) {
        return flaws.stream().map(PeopleHandler::error).toList();
    }

    private static Map<String, Object> error(Flaw flaw) {
        var error = new Sheet().put("field", flaw.field()).put("problem", flaw.problem());
        return flaw.zh() == null ? error.done() : error.put("zh", flaw.zh()).done();
    }
}
