package dev.leadkeeper.infra.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCloud.class)
class HttpApiTest {
    private final FixtureCloud cloud;

    HttpApiTest(FixtureCloud cloud) {
        this.cloud = cloud;
    }

    @Test
    void a_post_reaches_its_function_in_payload_format_two() throws Exception {
        JsonNode event = cloud.json(cloud.send("POST", "/forms/a%20b?x=1&x=2&y=%E4%B8%AD", "{\"name\":\"张\"}", "Content-Type", "application/json",
                "X-Twice", "one", "X-Twice", "two", "Cookie", "k=v; l=w"));
        assertEquals("2.0", event.path("version").asText());
        assertEquals("POST /forms/{form}", event.path("routeKey").asText());
        assertEquals("/forms/a%20b", event.path("rawPath").asText());
        assertEquals("a b", event.path("pathParameters").path("form").asText());
        assertEquals("x=1&x=2&y=%E4%B8%AD", event.path("rawQueryString").asText());
        assertEquals("1,2", event.path("queryStringParameters").path("x").asText());
        assertEquals("中", event.path("queryStringParameters").path("y").asText());
        assertEquals("one,two", event.path("headers").path("x-twice").asText());
        assertEquals("k=v", event.path("cookies").get(0).asText());
        assertEquals("{\"name\":\"张\"}", event.path("body").asText());
        assertFalse(event.path("isBase64Encoded").asBoolean());
        assertEquals("POST", event.path("requestContext").path("http").path("method").asText());
        assertTrue(event.path("requestContext").path("authorizer").isMissingNode());
        assertEquals("leadkeeper-EchoFunction", event.path("function").asText());
        assertTrue(event.path("remainingMillis").asInt() > 0);
        assertFalse(event.path("emulatorsVisible").asBoolean(), "the emulators are not on the functions' class path");
    }

    @Test
    void bodies_that_are_not_text_come_in_base64() throws Exception {
        JsonNode event = cloud.json(cloud.send("POST", "/forms/x", "a=1", "Content-Type", "application/x-www-form-urlencoded"));
        assertTrue(event.path("isBase64Encoded").asBoolean());
        assertEquals("a=1", new String(Base64.getDecoder().decode(event.path("body").asText())));
        assertFalse(cloud.json(cloud.send("POST", "/forms/x", "a", "Content-Type", "text/csv")).path("isBase64Encoded").asBoolean());
        assertTrue(cloud.json(cloud.send("POST", "/forms/x", "{}", "Content-Type", "application/cloudevents+json")).path("isBase64Encoded").asBoolean());
    }

    @Test
    void the_most_specific_route_wins() throws Exception {
        assertEquals("POST /forms/fixed", cloud.json(cloud.send("POST", "/forms/fixed", "{}")).path("routeKey").asText());
        JsonNode greedy = cloud.json(cloud.send("GET", "/files/a/b/c", null));
        assertEquals("a/b/c", greedy.path("pathParameters").path("proxy").asText());
        assertEquals(404, cloud.send("GET", "/forms/x", null).statusCode());
        assertEquals("{\"message\":\"Not Found\"}", cloud.send("GET", "/nowhere", null).body());
    }

    @Test
    void a_local_token_becomes_claims_and_anything_else_is_unauthorized() throws Exception {
        JsonNode claims = cloud.json(cloud.send("GET", "/mine", null, "Authorization", "Bearer local:manager"))
                .path("requestContext").path("authorizer").path("jwt").path("claims");
        assertEquals("manager", claims.path("sub").asText());
        assertEquals("manager", claims.path("username").asText());
        assertEquals(401, cloud.send("GET", "/mine", null).statusCode());
        assertEquals("{\"message\":\"Unauthorized\"}", cloud.send("GET", "/mine", null, "Authorization", "Bearer eyJ").body());
    }

    @Test
    void responses_are_translated_as_the_gateway_does() throws Exception {
        var teapot = cloud.send("GET", "/files/x?say=teapot", null);
        assertEquals(418, teapot.statusCode());
        assertEquals("hi", teapot.body());
        assertEquals("tea", teapot.headers().firstValue("x-kind").orElseThrow());
        var plain = cloud.send("GET", "/files/x?say=plain", null);
        assertEquals(200, plain.statusCode());
        assertEquals("{\"just\":\"json\"}", plain.body());
        assertEquals(500, cloud.send("GET", "/files/x?say=garbage", null).statusCode());
        assertEquals(500, cloud.send("GET", "/files/x?say=half", null).statusCode());
    }

    @Test
    void a_crash_and_a_timeout_are_internal_errors_and_the_next_request_is_served() throws Exception {
        assertEquals("{\"message\":\"Internal Server Error\"}", cloud.send("GET", "/files/x?say=throw", null).body());
        assertEquals(500, cloud.send("GET", "/files/x?say=hang", null).statusCode());
        assertEquals(200, cloud.send("GET", "/files/x", null).statusCode());
    }

    @Test
    void a_body_over_ten_megabytes_is_refused() throws Exception {
        assertEquals(413, cloud.send("POST", "/forms/x", "x".repeat(10 * 1024 * 1024 + 1)).statusCode());
        assertEquals(413, cloud.send("POST", "/forms/x", "x".repeat(5 * 1024 * 1024)).statusCode(), "6 MB as an event in base64");
    }
}
