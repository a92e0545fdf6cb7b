package dev.leadkeeper.infra.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** One initialised handler: works for one invocation at a time, as an execution environment of Lambda does. */
interface Instance {
    byte[] handle(byte[] event, Context context) throws Exception;

    /**
     * Loads what a {@code Handler:} string names: a {@link RequestStreamHandler}, or {@code class::method} with the
     * parameters of {@link RequestStreamHandler#handleRequest}.
     */
    static Instance of(String handler) throws Exception {
        int separator = handler.indexOf("::");
        Object made = Class.forName(separator < 0 ? handler : handler.substring(0, separator)).getConstructor().newInstance();
        if (separator < 0 || handler.endsWith("::handleRequest")) {
            if (made instanceof RequestStreamHandler stream) {
                return (event, context) -> run(stream::handleRequest, event, context);
            }
            throw new IllegalArgumentException(handler + " is not a RequestStreamHandler");
        }
        Method method = made.getClass().getMethod(handler.substring(separator + 2), InputStream.class, OutputStream.class, Context.class);
        return (event, context) -> run((in, out, about) -> {
            try {
                method.invoke(made, in, out, about);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }, event, context);
    }

    /** The shape of {@link RequestStreamHandler#handleRequest}. */
    interface Streaming {
        void handle(InputStream in, OutputStream out, Context context) throws Exception;
    }

    private static byte[] run(Streaming handler, byte[] event, Context context) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new ByteArrayInputStream(event)) {
            handler.handle(in, out, context);
        } catch (IOException e) {
            throw e;
        }
        return out.toByteArray();
    }
}
