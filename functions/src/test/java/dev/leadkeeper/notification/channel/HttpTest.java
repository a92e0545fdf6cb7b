package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    private final Http http = new Http(new Destination(true));

    @Test
    void a_redirect_is_reported_and_not_followed() {
        try (var vendor = new FakeVendor(); var elsewhere = new FakeVendor()) {
            vendor.thenRedirectTo(elsewhere.url());
            assertEquals(307, assertInstanceOf(Http.Reply.Answer.class, post(vendor.url())).status());
            assertTrue(elsewhere.requests().isEmpty());
        }
    }

    @Test
    void only_the_first_64_kilobytes_of_an_answer_are_read() {
        try (var vendor = new FakeVendor()) {
            vendor.then(200, "x".repeat(10 * Http.LARGEST)).then(200, "y".repeat(Http.LARGEST));
            var long1 = assertInstanceOf(Http.Reply.Answer.class, post(vendor.url()));
            assertTrue(long1.cut());
            assertEquals(Http.LARGEST, long1.body().length);
            var whole = assertInstanceOf(Http.Reply.Answer.class, post(vendor.url()));
            assertFalse(whole.cut());
            assertEquals(Http.LARGEST, whole.body().length);
        }
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_given_up_in_time() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var reply = http.post("http://127.0.0.1:" + silent.getLocalPort(), Map.of(), new byte[0],
                    Http.Deadline.in(Duration.ofMillis(100)));
            assertEquals(new Http.Reply.Silence("timed out"), reply);
        }
    }

    @Test
    void a_server_that_begins_an_answer_and_never_ends_it_is_given_up_in_time() throws IOException {
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var socket = slow.accept(); var out = socket.getOutputStream()) {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"errcode\":0".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client hung up, as it should
                }
            });
            var reply = http.post("http://127.0.0.1:" + slow.getLocalPort(), Map.of(), new byte[0],
                    Http.Deadline.in(Duration.ofMillis(300)));
            assertEquals(new Http.Reply.Silence("timed out"), reply);
        }
    }

    @Test
    void a_refused_connection_says_nothing_about_the_url() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var silence = assertInstanceOf(Http.Reply.Silence.class, post("http://127.0.0.1:" + free + "/hook?key=secret"));
        assertFalse(silence.because().contains("secret") || silence.because().contains("127.0.0.1"), silence.because());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest", "https://169.254.169.254/", "https://[fd00:ec2::254]/", "https://100.100.100.200/",
        "https://0.0.0.0/", "https://[fe80::1]/", "https://224.0.0.1/", "http://192.0.2.1/", "https://[::ffff:169.254.169.254]/"})
    void metadata_services_and_unencrypted_strangers_are_never_asked(String url) {
        assertEquals(new Http.Reply.Forbidden("forbidden address"), post(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a url", "ftp://example.com/", "file:///etc/passwd", "https:///x", "https://user:pass@example.com/",
        "//example.com/", "https://example.com/#x"})
    void an_address_that_is_none_is_malformed(String url) {
        assertEquals(new Http.Reply.Forbidden("malformed address"), post(url));
    }

    @Test
    void on_lambda_loopback_is_the_runtime_and_never_asked() throws UnknownHostException {
        var onLambda = new Destination(false);
        assertFalse(onLambda.allows(onLambda.parse("http://127.0.0.1:9001/").orElseThrow()));
        assertFalse(onLambda.allows(onLambda.parse("https://[::1]/").orElseThrow()));
        assertTrue(onLambda.allows(onLambda.parse("https://192.0.2.1/").orElseThrow()));
    }

    private Http.Reply post(String url) {
        return http.post(url, Map.of(), new byte[0], Http.Deadline.in(Http.TIMEOUT));
    }
}
