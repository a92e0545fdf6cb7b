package dev.leadkeeper.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.CrtRuntimeException;
import software.amazon.awssdk.crt.http.HttpClientConnection;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;
import software.amazon.awssdk.crt.http.HttpHeader;
import software.amazon.awssdk.crt.http.HttpHeaderBlock;
import software.amazon.awssdk.crt.http.HttpRequest;
import software.amazon.awssdk.crt.http.HttpRequestBodyStream;
import software.amazon.awssdk.crt.http.HttpStreamBase;
import software.amazon.awssdk.crt.http.HttpStreamBaseResponseHandler;

/**
 * One request and its whole answer, given up when it takes too long, whether the answer has begun or not. What the CRT's thread tells
 * comes in between; the caller is woken once.
 */
final class Exchange implements HttpStreamBaseResponseHandler {
    private final HttpRequest request;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final List<HttpHeader> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpClientConnection connection;
    private HttpStreamBase stream;
    private boolean givenUp;
    private int status;

    private Exchange(HttpRequest request) {
        this.request = request;
    }

    /** An answer, whatever it says. */
    record Reply(int status, List<HttpHeader> headers, byte[] body) {
        /** @param name in any case */
        Optional<String> header(String name) {
            for (var each : headers) {
                if (each.getName().equalsIgnoreCase(name)) {
                    return Optional.of(each.getValue());
                }
            }
            return Optional.empty();
        }

        boolean isSuccessful() {
            return status / 100 == 2;
        }
    }

    /**
     * @param path    encoded
     * @param headers all that are sent, the length of a body among them
     * @throws IOException if there was no whole answer in time
     */
    static Reply run(HttpClientConnectionManager connections, String method, String path, Map<String, String> headers, byte[] body,
                     Duration within) throws IOException {
        var sent = new HttpHeader[headers.size()];
        int i = 0;
        for (var header : headers.entrySet()) {
            sent[i++] = new HttpHeader(header.getKey(), header.getValue());
        }
        var exchange = new Exchange(new HttpRequest(method, path, sent, body.length == 0 ? null : new Body(body)));
        connections.acquireConnection().whenComplete(exchange::connected);
        return exchange.await(within);
    }

    private Reply await(Duration within) throws IOException {
        try {
            return reply.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp();
            throw new IOException("no whole answer within " + within, e);
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private synchronized void connected(HttpClientConnection acquired, Throwable fault) {
        if (fault != null) {
            reply.completeExceptionally(fault);
            return;
        }
        connection = acquired;
        if (givenUp) {
            connection.close();
            return;
        }
        try {
            stream = connection.makeRequest(request, this);
            stream.activate();
        } catch (CrtRuntimeException e) {
            end();
            reply.completeExceptionally(e);
        }
    }

    /** The connection is closed with it, and what is told of that reaches nobody. */
    private synchronized void giveUp() {
        givenUp = true;
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public void onResponseHeaders(HttpStreamBase stream, int code, int block, HttpHeader[] next) {
        if (block == HttpHeaderBlock.MAIN.getValue()) {
            status = code;
            headers.addAll(List.of(next));
        }
    }

    @Override
    public int onResponseBody(HttpStreamBase stream, byte[] next) {
        body.writeBytes(next);
        return next.length;
    }

    @Override
    public void onResponseComplete(HttpStreamBase stream, int error) {
        // First of all, so that the next request finds the connection free.
        end();
        if (error == CRT.AWS_CRT_SUCCESS) {
            reply.complete(new Reply(status, headers, body.toByteArray()));
        } else {
            reply.completeExceptionally(new CrtRuntimeException(error));
        }
    }

    /** Gives back what belongs to the CRT. */
    private synchronized void end() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        connection.close();
    }

    /** What is sent, as the CRT asks for it. */
    private static final class Body implements HttpRequestBodyStream {
        private final ByteBuffer bytes;

        Body(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        @Override
        public boolean sendRequestBody(ByteBuffer out) {
            int length = Math.min(out.remaining(), bytes.remaining());
            out.put(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
            return !bytes.hasRemaining();
        }

        @Override
        public boolean resetPosition() {
            bytes.rewind();
            return true;
        }

        @Override
        public long getLength() {
            return bytes.capacity();
        }
    }
}
