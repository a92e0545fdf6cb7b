package dev.leadkeeper.infra.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final URI API = URI.create("http://localhost:8080");

    private static HttpRequest sent(Signing signing, String body, Instant now) {
        Sample.Post post = new Sample.Post("POST", Map.of(), Map.of(), "application/json", body.getBytes());
        return Sender.request(new Sample("x.yaml", "demo", "", post, signing,
                new Sample.Expectation(200, Optional.empty(), Optional.empty(), List.of(Sample.LeadExpectation.ANY))), API, now);
    }

    /** https://github.com/standard-webhooks/standard-webhooks/blob/main/libraries/javascript/src/index.test.ts */
    @Test
    void standard_webhooks_signs_as_in_its_own_vector() {
        HttpRequest request = sent(new Signing.StandardWebhooks("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                "{\"test\": 2432232314}", Instant.ofEpochSecond(1_614_265_330));
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", request.headers().firstValue("webhook-signature").orElseThrow());
    }

    @Test
    void a_secret_in_the_address_is_encoded() {
        assertEquals("http://localhost:8080/forms/demo?key=a%26b", sent(new Signing.InQuery("key", "a&b"), "{}", Instant.EPOCH).uri().toString());
    }

    @Test
    void calendly_puts_time_and_signature_into_one_header() {
        String header = sent(new Signing.TimedHmac("k", "Calendly-Webhook-Signature"), "{}", Instant.ofEpochSecond(7)).headers()
                .firstValue("Calendly-Webhook-Signature").orElseThrow();
        assertTrue(header.matches("t=7,v1=[0-9a-f]{64}"), header);
    }

    @Test
    void every_sample_of_the_repository_can_be_sent() throws IOException {
        List<Sample> samples = SampleReader.readAll(Path.of("..", "events", "forms"));
        assertTrue(samples.size() > 20);
        samples.forEach(sample -> Sender.request(sample, API, Instant.EPOCH));
    }

    @Test
    void a_key_that_is_not_known_is_named() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Signing.read(Map.of("scheme", "typeform", "sercet", "x"), "f"))
                .getMessage().contains("sercet"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Signing.read(Map.of("scheme", "rot13"), "f")).getMessage().contains("rot13"));
    }
}
