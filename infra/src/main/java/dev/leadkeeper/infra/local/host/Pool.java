package dev.leadkeeper.infra.local.host;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The instances of one function: as many as its concurrency allows, made when needed, each busy with one invocation. */
final class Pool {
    private final Wire.Definition function;
    private final ExecutorService workers;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();

    Pool(Wire.Definition function, ExecutorService workers) {
        this.function = function;
        this.workers = workers;
        this.places = new Semaphore(function.concurrency());
    }

    /** Makes the first instance, so that a broken handler shows at start and the first request is warm. */
    void prepare() throws Exception {
        idle.push(Instance.of(function.handler()));
    }

    /** Runs the handler within the function's timeout; an instance that timed out is thrown away, as on Lambda. */
    Wire.Answer invoke(Wire.Call call) throws InterruptedException {
        places.acquire();
        try {
            Instance waiting = idle.poll();
            Future<byte[]> running = workers.submit(() -> {
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(function.timeoutMillis());
                Instance instance = waiting == null ? Instance.of(function.handler()) : waiting;
                byte[] result = instance.handle(call.payload(), new InvocationContext(function, call.requestId(), deadline));
                idle.push(instance);
                return result;
            });
            try {
                return new Wire.Answer(call.id(), false, running.get(function.timeoutMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                running.cancel(true);
                String message = "Task timed out after %.2f seconds".formatted(function.timeoutMillis() / 1000.0);
                System.out.println("REPORT " + function.name() + " " + call.requestId() + " " + message);
                return new Wire.Answer(call.id(), true, error("Sandbox.Timedout", call.requestId() + " " + message));
            } catch (ExecutionException e) {
                log(call, e.getCause());
                return failed(call, e.getCause());
            }
        } finally {
            places.release();
        }
    }

    private void log(Wire.Call call, Throwable cause) {
        synchronized (System.out) {
            System.out.println("ERROR " + function.name() + " " + call.requestId() + " " + cause);
            cause.printStackTrace(System.out);
        }
    }

    static Wire.Answer failed(Wire.Call call, Throwable cause) {
        return new Wire.Answer(call.id(), true, error(cause.getClass().getName(), String.valueOf(cause.getMessage())));
    }

    private static byte[] error(String type, String message) {
        return ("{\"errorMessage\":" + quoted(message) + ",\"errorType\":" + quoted(type) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
