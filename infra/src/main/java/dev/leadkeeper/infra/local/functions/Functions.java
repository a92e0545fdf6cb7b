package dev.leadkeeper.infra.local.functions;

import dev.leadkeeper.infra.local.host.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The functions, whichever process they run in at the moment; a child that died is replaced at the next invocation. */
public final class Functions implements Invoker, AutoCloseable {
    private final HostCommand command;
    private final List<Wire.Definition> definitions;
    private final LongSupplier aheadMillis;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong();
    private FunctionHost host;
    private boolean closed;

    private Functions(HostCommand command, List<Wire.Definition> definitions, LongSupplier aheadMillis, FunctionHost host) {
        this.command = command;
        this.definitions = definitions;
        this.aheadMillis = aheadMillis;
        this.host = host;
    }

    /** @param aheadMillis how far the functions' time is ahead of the machine's */
    public static Functions start(HostCommand command, List<Wire.Definition> definitions, LongSupplier aheadMillis) throws IOException {
        return new Functions(command, definitions, aheadMillis, FunctionHost.start(command, definitions, aheadMillis));
    }

    @Override
    public Outcome invoke(String function, byte[] event) throws InterruptedException {
        running.incrementAndGet();
        begun.incrementAndGet();
        try {
            return living().invoke(function, event);
        } catch (IOException | IllegalStateException neverStarted) {
            return new Outcome.Failed("{\"errorMessage\":\"the functions' process does not start\",\"errorType\":\"Runtime.ExitError\"}"
                    .getBytes(StandardCharsets.UTF_8));
        } finally {
            running.decrementAndGet();
        }
    }

    private synchronized FunctionHost living() throws IOException {
        if (!host.alive() && !closed) {
            host.close();
            host = FunctionHost.start(command, definitions, aheadMillis);
        }
        return host;
    }

    /** Kills the process at once, in the middle of whatever it does; the next invocation starts another one. */
    public synchronized void crash() throws InterruptedException {
        host.kill();
    }

    /** Invocations under way. */
    public int running() {
        return running.get();
    }

    /** Invocations ever begun; two equal values with none running between them mean that nothing happened. */
    public long begun() {
        return begun.get();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        host.close();
    }
}
