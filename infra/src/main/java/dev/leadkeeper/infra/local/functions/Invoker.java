package dev.leadkeeper.infra.local.functions;

import java.nio.charset.StandardCharsets;

/** Invokes a function synchronously: bytes in, bytes out. */
@FunctionalInterface
public interface Invoker {
    /** What an invocation ended with. */
    sealed interface Outcome {
        record Returned(byte[] payload) implements Outcome {}

        /** @param error Lambda's error object, {@code {"errorMessage","errorType"}} */
        record Failed(byte[] error) implements Outcome {
            @Override
            public String toString() {
                return new String(error, StandardCharsets.UTF_8);
            }
        }
    }

    /** @param function the physical name */
    Outcome invoke(String function, byte[] event) throws InterruptedException;
}
