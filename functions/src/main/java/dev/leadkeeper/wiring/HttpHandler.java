package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import dev.leadkeeper.telemetry.Telemetry;
import java.util.Map;

/**
 * A function behind the HTTP API. Refusals are answers; a fault throws, so that it is counted as an error of the function
 * and the gateway answers 500 without a word about its cause.
 */
public abstract class HttpHandler extends LambdaHandler {
    protected HttpHandler(Telemetry telemetry) {
        super(telemetry);
    }

    /** Answers one request. */
    protected abstract HttpResponse handle(HttpRequest request);

    @Override
    final Map<String, Object> answer(Map<String, Object> event, Context context) {
        return handle(HttpRequest.of(event)).event();
    }
}
