package dev.leadkeeper.infra.local.functions;

import dev.leadkeeper.infra.local.host.Wire;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The calls over one connection to the functions' process. Each is answered, and when the connection ends each fails: none waits for ever. */
final class Calls {
    private final DataOutputStream out;
    private final LongSupplier aheadMillis;
    private final Map<Long, CompletableFuture<Invoker.Outcome>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean over;

    Calls(DataOutputStream out, LongSupplier aheadMillis) {
        this.out = out;
        this.aheadMillis = aheadMillis;
    }

    /** Hands out the answers until the connection ends. */
    void listen(DataInputStream in) {
        try {
            while (true) {
                Wire.Answer answer = Wire.Answer.read(in);
                CompletableFuture<Invoker.Outcome> future = waiting.remove(answer.id());
                if (future != null) {
                    future.complete(answer.failed() ? new Invoker.Outcome.Failed(answer.payload()) : new Invoker.Outcome.Returned(answer.payload()));
                }
            }
        } catch (IOException gone) {
            // First this, then those who wait: whoever begins to wait in between sees it.
            over = true;
            waiting.values().forEach(each -> each.complete(lost()));
        }
    }

    Invoker.Outcome call(String function, byte[] event) throws InterruptedException {
        long id = ids.incrementAndGet();
        CompletableFuture<Invoker.Outcome> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            // The first bytes to a process that has just ended are taken by the system without an error.
            if (over) {
                return lost();
            }
            synchronized (out) {
                new Wire.Call(id, function, UUID.randomUUID().toString(), aheadMillis.getAsLong(), event).write(out);
            }
            return answer.get();
        } catch (IOException e) {
            return lost();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            waiting.remove(id);
        }
    }

    private static Invoker.Outcome lost() {
        return new Invoker.Outcome.Failed("{\"errorMessage\":\"the functions' process ended\",\"errorType\":\"Runtime.ExitError\"}"
                .getBytes(StandardCharsets.UTF_8));
    }
}
