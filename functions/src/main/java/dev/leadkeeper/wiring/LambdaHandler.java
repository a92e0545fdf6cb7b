package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What every function does: read the event, answer it, tell of faults. An event that cannot be answered throws, so that
 * Lambda counts an error and whoever sent the event tries again.
 */
public abstract class LambdaHandler implements RequestStreamHandler {
    private static final String ROOT = "Root=";

    private final Telemetry telemetry;

    LambdaHandler(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var invocation = new Telemetry.Invocation(context.getAwsRequestId(), root(context.getXrayTraceId()));
        var answer = telemetry.during(invocation, () -> {
            try {
                return answer(Json.readOwn(event), context);
            } catch (RuntimeException fault) {
                telemetry.count(Metric.FAULTS);
                telemetry.fault("invocation-failed", fault);
                throw new InvocationFailed(fault.getClass());
            }
        });
        out.write(Json.writeBytes(answer));
    }

    /** The trace's id alone, of a header such as {@code Root=1-…;Parent=…;Sampled=0}. */
    private static String root(String header) {
        return header != null && header.startsWith(ROOT) ? header.substring(ROOT.length()).split(";", 2)[0] : header;
    }

    /** The answer to an event, {@code null} for none. */
    abstract Map<String, Object> answer(Map<String, Object> event, Context context);

    /** For lines and figures of a function of its own. */
    protected final Telemetry telemetry() {
        return telemetry;
    }

    /** What Lambda is told of a fault. Lambda writes it into the log, so it has no message of anybody else's. */
    static final class InvocationFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvocationFailed(Class<?> fault) {
            super(fault.getName(), null, false, false);
        }
    }
}
