package dev.leadkeeper.people;

import dev.leadkeeper.settings.Breaker;
import java.util.Map;

/** The breaker as the API shows it. */
public final class BreakerSheet {
    private BreakerSheet() {}

    public static Map<String, Object> of(Breaker.Position position) {
        return new Sheet()
                .put("open", position.open())
                .put("reason", position.reason())
                .put("by", position.by())
                .put("at", position.at())
                .done();
    }
}
