package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.aws.AwsPorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does around a SnapStart snapshot: before it, invocations on ports that hold only what is canned and
 * calls of each client that are answered here, so that classes are loaded and code is compiled when an instance is restored; after it,
 * forget what was read. Elsewhere than under SnapStart nothing of this runs.
 */
public final class Snapshot implements Resource {
    /** So often that C1 compiles what runs in loops: what is compiled in the snapshot need not be after a restore. */
    private static final int ROUNDS = 20;

    /** docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    // The context holds its resources weakly.
    private static final List<Snapshot> REGISTERED = new ArrayList<>();

    private final Wiring wiring;
    private final Function<Wiring, RequestStreamHandler> handler;
    private final Supplier<String> event;

    Snapshot(Wiring wiring, Function<Wiring, RequestStreamHandler> handler, String event) {
        this(wiring, handler, () -> event);
    }

    private Snapshot(Wiring wiring, Function<Wiring, RequestStreamHandler> handler, Supplier<String> event) {
        this.wiring = wiring;
        this.handler = handler;
        this.event = event;
    }

    /**
     * To be called from a handler's constructor for Lambda. Registers nothing where no snapshot is made: the context makes
     * proxies, which would cost every other start ten milliseconds.
     *
     * @param handler the handler's full constructor
     * @param event   one of {@link PrimingEvents}; how the handler answers it does not matter
     */
    public static void prepare(Wiring wiring, Function<Wiring, RequestStreamHandler> handler, String event) {
        prepare(wiring, handler, () -> event);
    }

    /** As {@link #prepare(Wiring, Function, String)}, with an event that is made when priming begins. */
    public static synchronized void prepare(Wiring wiring, Function<Wiring, RequestStreamHandler> handler, Supplier<String> event) {
        if (!wiring.setting(TYPE).equals("snap-start")) {
            return;
        }
        var snapshot = new Snapshot(wiring, handler, event);
        REGISTERED.add(snapshot);
        Core.getGlobalContext().register(snapshot);
    }

    /** How many handlers wait for a snapshot. */
    static synchronized int registered() {
        return REGISTERED.size();
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            prime();
        }
        AwsPorts.warmUp();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        wiring.forget();
    }

    /**
     * One priming invocation. It may fail: what it loaded stays loaded, whereas a fault here would keep the function's version from
     * being published.
     */
    void prime() throws IOException {
        try {
            handler.apply(wiring.inert()).handleRequest(new ByteArrayInputStream(event.get().getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream(), new PrimingContext());
        } catch (LambdaHandler.InvocationFailed expected) {
            // as good as any other answer
        }
    }
}
