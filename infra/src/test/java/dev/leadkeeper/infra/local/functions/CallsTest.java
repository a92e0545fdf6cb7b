package dev.leadkeeper.infra.local.functions;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallsTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Calls calls = new Calls(new DataOutputStream(sent), () -> 0);

    private static DataInputStream ended() {
        return new DataInputStream(new ByteArrayInputStream(new byte[0]));
    }

    private static void failedForTheProcessEnded(Invoker.Outcome outcome) {
        String error = assertInstanceOf(Invoker.Outcome.Failed.class, outcome).toString();
        assertTrue(error.contains("the functions' process ended"), error);
    }

    @Test
    @Timeout(20)
    void a_call_that_waits_when_the_connection_ends_fails() throws Exception {
        CompletableFuture<Invoker.Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(calls.call("work", new byte[0]));
            } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
            }
        });
        while (sent.size() == 0) {
            Thread.onSpinWait();
        }
        calls.listen(ended());
        failedForTheProcessEnded(outcome.get(10, TimeUnit.SECONDS));
    }

    @Test
    @Timeout(20)
    void a_call_that_comes_after_the_connection_ended_fails_even_if_its_bytes_are_taken() throws Exception {
        calls.listen(ended());
        failedForTheProcessEnded(calls.call("work", new byte[0]));
    }
}
