package dev.leadkeeper.followup;

import dev.leadkeeper.people.Html;
import dev.leadkeeper.people.PeopleHandler;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.HttpRequest;
import dev.leadkeeper.wiring.HttpResponse;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.Map;

/** What reps record: routes of the people's API, and the page that a notice's link opens without a login. */
public final class FollowupHandler extends PeopleHandler {
    /** The page's routes, which have no authorizer: the token in the path is what counts. */
    static final String LOOK = "GET /check-in/{token}";
    static final String PRESS = "POST /check-in/{token}";

    private final CheckInPage page;
    private final Telemetry telemetry;

    public FollowupHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), FollowupHandler::new,
                PrimingEvents.request("POST /texts/read", Map.of(), "{\"text\":\"下周三看工厂\"}"));
    }

    FollowupHandler(Wiring wiring) {
        this(wiring, new Followup.Ground(wiring.store(), wiring.queue(), wiring.secrets(), wiring::quarantine, wiring::vault,
                wiring.clock(), wiring.ids(), wiring.telemetry()));
    }

    private FollowupHandler(Wiring wiring, Followup.Ground ground) {
        super(wiring, Followup.routes(ground));
        page = Followup.page(ground);
        telemetry = wiring.telemetry();
    }

    @Override
    protected HttpResponse handle(HttpRequest request) {
        var chinese = Html.chinese(request.headers().getOrDefault("accept-language", ""));
        return switch (request.routeKey()) {
            case LOOK -> html(request, page.look(request.pathParameter("token"), chinese));
            case PRESS -> html(request, page.press(request.pathParameter("token"), request.body(), chinese));
            default -> super.handle(request);
        };
    }

    private HttpResponse html(HttpRequest request, CheckInPage.Page shown) {
        telemetry.log(Telemetry.Level.INFO, "checked-in", Field.ROUTE.is(request.routeKey()), Field.STATUS.is(shown.status()));
        return page(shown.status(), shown.html());
    }
}
