package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class BucketServiceTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    /** echo -n hello | openssl dgst -sha256 -binary | base64 */
    private static final String SUM = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

    private final Connections connections = new Connections(AwsClients.CONNECT);
    private HttpServer server;
    private BucketService bucket;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        bucket = new BucketService(connections, StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/records"), "us-east-1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        connections.close();
    }

    @Test
    void an_object_is_put_with_its_checksum_and_only_where_nothing_lies() {
        var seen = new String[5];
        server.createContext("/", exchange -> {
            seen[0] = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            seen[1] = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
            seen[2] = exchange.getRequestHeaders().getFirst("if-none-match");
            seen[3] = exchange.getRequestHeaders().getFirst("content-type");
            seen[4] = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, "");
        });
        assertTrue(bucket.putNew("decisions/a b张.json", HELLO, "application/json"));
        assertArrayEquals(new String[] {"PUT /records/decisions/a%20b%E5%BC%A0.json", SUM, "*", "application/json", "hello"}, seen);
    }

    @Test
    void what_lies_there_already_is_left_alone() {
        server.createContext("/", exchange -> answer(exchange, 412, "<Error><Code>PreconditionFailed</Code></Error>"));
        assertFalse(bucket.putNew("x", HELLO, "text/plain"));
    }

    @Test
    void two_at_the_same_moment_and_a_busy_bucket_are_worth_another_attempt() {
        server.createContext("/records/busy", exchange -> answer(exchange, 503, "<Error><Code>SlowDown</Code></Error>"));
        server.createContext("/records/conflict", exchange -> answer(exchange, 409, "<Error><Code>ConditionalRequestConflict</Code></Error>"));
        for (var key : new String[] {"busy", "conflict"}) {
            assertEquals(Failure.WITHOUT_EFFECT, Failure.of(assertThrows(AwsServiceException.class, () -> bucket.putNew(key, HELLO, "text/plain"))));
        }
    }

    @Test
    void a_missing_object_is_told_from_a_missing_bucket_and_from_a_forbidden_one() {
        server.createContext("/records/missing", exchange -> answer(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>"));
        server.createContext("/records/bucket", exchange -> answer(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>"));
        server.createContext("/records/forbidden", exchange -> answer(exchange, 403, "<Error><Code>AccessDenied</Code></Error>"));
        assertEquals(Optional.empty(), bucket.get("missing"));
        for (var key : new String[] {"bucket", "forbidden"}) {
            assertEquals(Failure.FINAL, Failure.of(assertThrows(AwsServiceException.class, () -> bucket.get(key))));
        }
    }

    @Test
    void an_object_that_was_damaged_on_its_way_is_no_answer() {
        server.createContext("/records/right", exchange -> summed(exchange, SUM));
        server.createContext("/records/parts", exchange -> summed(exchange, "c3VtIG9mIHN1bXM=-2"));
        server.createContext("/records/damaged", exchange -> summed(exchange, SUM.replace('L', 'M')));
        assertArrayEquals(HELLO, bucket.get("right").orElseThrow());
        assertArrayEquals(HELLO, bucket.get("parts").orElseThrow());
        assertEquals(Failure.UNCLEAR, Failure.of(assertThrows(SdkClientException.class, () -> bucket.get("damaged"))));
    }

    @Test
    void nobody_at_the_address_is_an_unclear_failure() {
        server.stop(0);
        assertEquals(Failure.UNCLEAR, Failure.of(assertThrows(SdkClientException.class, () -> bucket.get("x"))));
    }

    private static void summed(HttpExchange exchange, String sum) throws IOException {
        exchange.getResponseHeaders().set("x-amz-checksum-sha256", sum);
        answer(exchange, 200, "hello");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
