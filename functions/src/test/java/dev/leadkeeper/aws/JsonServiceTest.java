package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class JsonServiceTest {
    private final Connections connections = new Connections(AwsClients.CONNECT);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private JsonService service;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        service = new JsonService(connections, StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")), address(),
                "us-east-1", "dynamodb", new JsonService.Protocol("DynamoDB_20120810", "1.0"),
                () -> "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        connections.close();
    }

    @Test
    void an_operation_is_one_signed_post_and_its_answer_plain_values() {
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            var asked = Json.readOwn(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, Json.write(Map.of("target", headers.getFirst("X-Amz-Target"), "type", headers.getFirst("Content-Type"),
                    "trace", headers.getFirst("X-Amzn-Trace-Id"),
                    "signed", headers.getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=id/"), "asked", asked)));
        });
        assertEquals(Map.of("target", "DynamoDB_20120810.GetItem", "type", "application/x-amz-json-1.0", "signed", true,
                "trace", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                "asked", Map.of("TableName", "张")), service.call("GetItem", Map.of("TableName", "张")));
    }

    @Test
    void a_refusal_tells_its_code_and_whether_the_service_is_to_blame() {
        server.createContext("/", exchange ->
                answer(exchange, 400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\",\"message\":\"slow down\"}"));
        var refused = assertThrows(AwsServiceException.class, () -> service.call("GetItem", Map.of()));
        assertEquals("ThrottlingException", refused.awsErrorDetails().errorCode());
        assertEquals(400, refused.statusCode());
        assertEquals(Failure.WITHOUT_EFFECT, Failure.of(refused));
    }

    @Test
    void a_refusal_in_html_is_told_by_its_status() {
        server.createContext("/", exchange -> answer(exchange, 503, "<html>busy</html>"));
        var refused = assertThrows(AwsServiceException.class, () -> service.call("GetItem", Map.of()));
        assertEquals("Http503", Failure.name(refused));
        assertEquals(Failure.UNCLEAR, Failure.of(refused));
    }

    @Test
    void an_answer_that_was_damaged_on_its_way_is_none() {
        var right = new CRC32();
        right.update("{}".getBytes(StandardCharsets.UTF_8));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(right.getValue() + 1));
            answer(exchange, 200, "{}");
        });
        assertThrows(SdkClientException.class, () -> service.call("GetItem", Map.of()));
    }

    @Test
    void an_answer_that_is_no_json_is_none() {
        server.createContext("/", exchange -> answer(exchange, 200, "<html>"));
        var failed = assertThrows(SdkClientException.class, () -> service.call("GetItem", Map.of()));
        assertEquals(Failure.UNCLEAR, Failure.of(failed));
    }

    @Test
    void an_answer_that_does_not_come_is_given_up() {
        server.createContext("/", exchange -> await());
        assertThrows(IOException.class, () -> exchange(Duration.ofMillis(200)));
    }

    @Test
    void an_answer_that_stops_in_its_middle_is_given_up() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
        assertThrows(IOException.class, () -> exchange(Duration.ofMillis(200)));
    }

    @Test
    void one_call_after_another_goes_over_one_connection() {
        var from = ConcurrentHashMap.<Integer>newKeySet();
        server.createContext("/", exchange -> {
            from.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "{}");
        });
        for (int i = 0; i < 50; i++) {
            service.call("GetItem", Map.of("n", (long) i));
        }
        assertEquals(1, from.size());
    }

    @Test
    void what_is_asked_and_answered_in_many_pieces_is_whole() {
        server.createContext("/", exchange -> answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var large = Map.<String, Object>of("large", "张".repeat(700_000));
        assertEquals(large, service.call("PutItem", large));
    }

    @Test
    void nobody_at_the_address_is_an_unclear_failure() {
        server.stop(0);
        var failed = assertThrows(SdkClientException.class, () -> service.call("GetItem", Map.of()));
        assertEquals(Failure.UNCLEAR, Failure.of(failed));
    }

    @Test
    void host_names_end_as_the_partition_wants_it() {
        assertEquals("amazonaws.com.cn", AwsClients.suffix("cn-north-1"));
        assertEquals("amazonaws.com", AwsClients.suffix("us-gov-west-1"));
        assertTrue(AwsClients.suffix("eusc-de-east-1").endsWith(".eu"));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Exchange.Reply exchange(Duration within) throws IOException {
        var headers = Map.of("host", address().getAuthority(), "content-length", "0");
        return Exchange.run(connections.to(address()), "POST", "/", headers, new byte[0], within);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
