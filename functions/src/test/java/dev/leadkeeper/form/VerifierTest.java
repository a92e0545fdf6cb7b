package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.form.Verdict.Authentic;
import dev.leadkeeper.form.Verdict.Reason;
import dev.leadkeeper.form.Verdict.Refused;
import dev.leadkeeper.form.Verdict.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One satisfying vector and the violating cases of each scheme; vectors are the vendors' own where they publish one. */
class VerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Verdict AUTHENTIC = new Authentic();

    private static Verdict verify(String form, FormRequest request, Instant now, String... secrets) {
        return Verifier.verify(SampleForms.get(form), request, List.of(secrets), now);
    }

    private static Verdict refused(Reason reason) {
        return new Refused(reason);
    }

    private static String hex(String secret, String message) {
        return HexFormat.of().formatHex(Keys.hmac("HmacSHA256", utf8(secret), utf8(message)));
    }

    private static String base64(String secret, String message) {
        return Signed.base64(utf8(secret), message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class StandardWebhooks {
        private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODw==";
        private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        private static final Instant AT = Instant.ofEpochSecond(1614265330);
        private static final String BODY = "{\"test\": 2432232314}";
        private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

        private FormRequest post(String id, String timestamp, String signature, String body) {
            return Signed.post(body, "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
        }

        private FormRequest published() {
            return post(ID, "1614265330", SIGNATURE, BODY);
        }

        @Test
        void the_published_vectors_hold() {
            assertEquals(AUTHENTIC, verify("demo", published(), AT, SECRET));
            var second = """
                    {"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485",\
                    "type":"contact","fullName":"John Smith","address":"800 W NASA Pkwy, Webster, TX 77598, USA","phoneNumber":"(281) 332-2575",\
                    "birthday":"1980-04-19","occupation":"Engineer, ACME"}}""";
            assertEquals(AUTHENTIC, verify("demo", post("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "1674087231",
                    "v1,QvYRGcBuKZTw/Wn8M3+LQgTOQMz00NoC8V6EdYpXQqY=", second), Instant.ofEpochSecond(1674087231), SECRET));
        }

        @Test
        void one_changed_byte_anywhere_is_refused() {
            assertEquals(refused(Reason.WRONG), verify("demo", post(ID, "1614265330", SIGNATURE, BODY + " "), AT, SECRET));
            assertEquals(refused(Reason.WRONG), verify("demo", post(ID + "x", "1614265330", SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.WRONG), verify("demo", post(ID, "1614265331", SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.WRONG), verify("demo", post(ID, "1614265330", SIGNATURE.replace("g0h", "g0i"), BODY), AT, SECRET));
        }

        @Test
        void five_minutes_either_way_pass_and_a_second_more_does_not() {
            var five = Duration.ofMinutes(5);
            assertEquals(AUTHENTIC, verify("demo", published(), AT.plus(five), SECRET));
            assertEquals(AUTHENTIC, verify("demo", published(), AT.minus(five), SECRET));
            assertEquals(refused(Reason.STALE), verify("demo", published(), AT.plus(five).plusSeconds(1), SECRET));
            assertEquals(refused(Reason.EARLY), verify("demo", published(), AT.minus(five).minusSeconds(1), SECRET));
        }

        @Test
        void while_a_secret_is_rotated_both_hold_and_no_other_does() {
            assertEquals(AUTHENTIC, verify("demo", published(), AT, OTHER, SECRET));
            assertEquals(refused(Reason.WRONG), verify("demo", published(), AT, OTHER));
        }

        @Test
        void the_header_may_hold_several_signatures_and_those_of_other_versions() {
            var several = "v1a,c2lnbmF0dXJl v1,AAAA " + SIGNATURE;
            assertEquals(AUTHENTIC, verify("demo", post(ID, "1614265330", several, BODY), AT, SECRET));
        }

        @Test
        void a_repeated_header_is_refused_even_if_each_value_is_right() {
            assertEquals(refused(Reason.REPEATED), verify("demo", post(ID, "1614265330", SIGNATURE + "," + SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.REPEATED), verify("demo", post(ID, "1614265330", SIGNATURE + ", " + SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.REPEATED), verify("demo", post(ID, "1614265330,1614265330", SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.WRONG), verify("demo", post(ID + "," + ID, "1614265330", SIGNATURE, BODY), AT, SECRET));
        }

        @Test
        void each_header_must_be_there() {
            assertEquals(refused(Reason.MISSING), verify("demo", Signed.post(BODY), AT, SECRET));
            assertEquals(refused(Reason.MISSING), verify("demo", post("", "1614265330", SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.MISSING), verify("demo", post(ID, "", SIGNATURE, BODY), AT, SECRET));
            assertEquals(refused(Reason.MISSING), verify("demo", post(ID, "1614265330", " ", BODY), AT, SECRET));
        }

        @Test
        void without_a_usable_secret_nothing_is_authentic() {
            assertEquals(refused(Reason.NO_SECRET), verify("demo", published(), AT));
            assertEquals(refused(Reason.NO_SECRET), verify("demo", published(), AT, "whsec_no base 64"));
            assertEquals(refused(Reason.NO_SECRET), verify("demo", published(), AT, "whsec_"));
        }
    }

    @Nested
    class SignedBodies {
        @Test
        void tally_signs_the_raw_body_in_bare_base_64() {
            var body = """
                    {"eventId":"a4cb511e-d513-4fa5-baee-b815d718dfd1","eventType":"FORM_RESPONSE","createdAt":"2023-06-28T15:00:21.889Z",\
                    "data":{"responseId":"2wgx4n","submissionId":"2wgx4n","formId":"VwbNEw","formName":"Webhook payload",\
                    "createdAt":"2023-06-28T15:00:21.000Z","fields":[{"key":"question_3EKz4n","label":"Text","type":"INPUT_TEXT","value":"Hello"}]}}""";
            var secret = "tally_test_signing_secret";
            var signature = "WlZVYEQ5tRffbwu/CEVRe5cJ+ecRYQ2l2o0BIcnjGGM=";

            assertEquals(AUTHENTIC, verify("tally", Signed.post(body, "tally-signature", signature), NOW, secret));
            assertEquals(AUTHENTIC, verify("tally", Signed.post(body, "tally-signature", signature), NOW, "newer", secret));
            assertEquals(refused(Reason.WRONG), verify("tally", Signed.post(body + "\n", "tally-signature", signature), NOW, secret));
            assertEquals(refused(Reason.WRONG), verify("tally", Signed.post(body, "tally-signature", signature), NOW, "another"));
            assertEquals(refused(Reason.REPEATED), verify("tally", Signed.post(body, "tally-signature", signature + "," + signature), NOW, secret));
            assertEquals(refused(Reason.MISSING), verify("tally", Signed.post(body), NOW, secret));
        }

        @Test
        void meta_signs_the_raw_body_in_hexadecimal_after_sha256() {
            var body = """
                    {"object":"page","entry":[{"id":153125381133,"time":1438292065,"changes":[{"field":"leadgen","value":{"leadgen_id":123123123123,\
                    "page_id":123123123,"form_id":12312312312,"adgroup_id":12312312312,"ad_id":12312312312,"created_time":1440120384}},\
                    {"field":"leadgen","value":{"leadgen_id":123123123124,"page_id":123123123,"form_id":12312312312,"adgroup_id":12312312312,\
                    "ad_id":12312312312,"created_time":1440120384}}]}]}""";
            var signature = "sha256=81b11b2fccb2565014916851cdfcc71d77592bb601db3c9569daae9fe8d375b1";

            assertEquals(AUTHENTIC, verify("meta", Signed.post(body, "x-hub-signature-256", signature), NOW, "meta_app_secret"));
            assertEquals(refused(Reason.WRONG), verify("meta", Signed.post(body.replace("page", "pagf"), "x-hub-signature-256", signature), NOW, "meta_app_secret"));
            assertEquals(refused(Reason.WRONG), verify("meta", Signed.post(body, "x-hub-signature-256", signature.substring(7)), NOW, "meta_app_secret"));
            assertEquals(refused(Reason.WRONG), verify("meta", Signed.post(body, "x-hub-signature-256", "sha256=no hex"), NOW, "meta_app_secret"));
            assertEquals(refused(Reason.REPEATED), verify("meta", Signed.post(body, "x-hub-signature-256", signature + "," + signature), NOW, "meta_app_secret"));
            assertEquals(refused(Reason.MISSING), verify("meta", Signed.post(body), NOW, "meta_app_secret"));
        }

        @Test
        void typeform_signs_the_raw_body_in_base_64_after_sha256() {
            var body = "{\"event_id\":\"E1\"}\n";
            var signature = "sha256=" + base64("typeform_secret", body);

            assertEquals(AUTHENTIC, verify("typeform", Signed.post(body, "typeform-signature", signature), NOW, "typeform_secret"));
            assertEquals(refused(Reason.WRONG), verify("typeform", Signed.post(body.strip(), "typeform-signature", signature), NOW, "typeform_secret"));
            assertEquals(refused(Reason.MISSING), verify("typeform", Signed.post(body), NOW, "typeform_secret"));
        }

        @Test
        void linkedin_signs_the_body_behind_a_fixed_word() {
            var body = "{\"type\":\"LEAD_ACTION\"}";

            assertEquals(AUTHENTIC, verify("linkedin", Signed.post(body, "x-li-signature", hex("s", "hmacsha256=" + body)), NOW, "s"));
            assertEquals(refused(Reason.WRONG), verify("linkedin", Signed.post(body, "x-li-signature", hex("s", body)), NOW, "s"));
        }
    }

    @Nested
    class SignedTimes {
        private static final String BODY = "{\"payload\":{}}";

        @Test
        void webflow_signs_time_and_body_in_two_headers() {
            var millis = Long.toString(NOW.toEpochMilli());
            var signature = hex("local-secret", millis + ":" + BODY);

            assertEquals(AUTHENTIC, webflow(millis, signature, NOW));
            assertEquals(refused(Reason.WRONG), webflow(Long.toString(NOW.toEpochMilli() + 1), signature, NOW));
            assertEquals(refused(Reason.STALE), webflow(millis, signature, NOW.plus(Duration.ofMinutes(6))));
            assertEquals(refused(Reason.EARLY), webflow(millis, signature, NOW.minus(Duration.ofMinutes(6))));
            assertEquals(refused(Reason.WRONG), webflow("soon", signature, NOW));
        }

        private Verdict webflow(String millis, String signature, Instant now) {
            return verify("webflow", Signed.post(BODY, "x-webflow-timestamp", millis, "x-webflow-signature", signature), now, "local-secret");
        }

        @Test
        void calendly_and_formspree_put_time_and_signature_into_one_header() {
            for (var form : List.of("calendly", "formspree")) {
                var header = form + (form.equals("calendly") ? "-webhook-signature" : "-signature");
                var seconds = Long.toString(NOW.getEpochSecond());
                var signature = hex("s", seconds + "." + BODY);
                var value = "t=" + seconds + ",v1=" + signature;

                assertEquals(AUTHENTIC, verify(form, Signed.post(BODY, header, value), NOW, "s"));
                assertEquals(AUTHENTIC, verify(form, Signed.post(BODY, header, "t=" + seconds + ", v1=00, v1=" + signature), NOW, "s"));
                assertEquals(refused(Reason.WRONG), verify(form, Signed.post(BODY + " ", header, value), NOW, "s"));
                assertEquals(refused(Reason.STALE), verify(form, Signed.post(BODY, header, value), NOW.plus(Duration.ofMinutes(6)), "s"));
                assertEquals(refused(Reason.EARLY), verify(form, Signed.post(BODY, header, value), NOW.minus(Duration.ofMinutes(6)), "s"));
                assertEquals(refused(Reason.REPEATED), verify(form, Signed.post(BODY, header, value + "," + value), NOW, "s"));
                assertEquals(refused(Reason.MISSING), verify(form, Signed.post(BODY, header, "v1=" + signature), NOW, "s"));
                assertEquals(refused(Reason.MISSING), verify(form, Signed.post(BODY), NOW, "s"));
            }
        }

        @Test
        void hubspot_signs_method_address_body_and_time() {
            var millis = Long.toString(NOW.toEpochMilli());
            var signature = base64("s", "POST" + "https://leads.example.org/forms/any" + BODY + millis);
            var post = Signed.post(BODY, "x-hubspot-request-timestamp", millis, "x-hubspot-signature-v3", signature);

            assertEquals(AUTHENTIC, verify("hubspot", post, NOW, "s"));
            assertEquals(refused(Reason.STALE), verify("hubspot", post, NOW.plus(Duration.ofMinutes(6)), "s"));
            var elsewhere = new FormRequest("POST", "https://evil.example.org/forms/any", Map.of(), post.headers(), post.body());
            assertEquals(refused(Reason.WRONG), verify("hubspot", elsewhere, NOW, "s"));
        }
    }

    @Nested
    class SignaturesInTheBody {
        private static final String WJX = """
                {"activity": "5657754", "name": "问卷名称", "timetaken": "528", "submittime": "2016-08-23 10:01:59", "q1": "1", "q2": "测试", \
                "q3": "1,2", "joinid": "101812480275", "index": "5", "totalvalue": "15", "sign": "d38bf57c14a29d9e79c12987287aa2ce04271a03"}""";

        @Test
        void wjx_hashes_questionnaire_number_and_key() {
            assertEquals(AUTHENTIC, verify("wjx", Signed.post(WJX), NOW, "wjx_push_key"));
            assertEquals(AUTHENTIC, verify("wjx", Signed.post(WJX), NOW, "newer", "wjx_push_key"));
            assertEquals(refused(Reason.WRONG), verify("wjx", Signed.post(WJX.replace("\"index\": \"5\"", "\"index\": \"6\"")), NOW, "wjx_push_key"));
            assertEquals(refused(Reason.WRONG), verify("wjx", Signed.post(WJX), NOW, "another"));
            assertEquals(refused(Reason.MISSING), verify("wjx", Signed.post("{\"activity\":\"5657754\"}"), NOW, "wjx_push_key"));
        }

        @Test
        void a_body_that_cannot_be_read_is_authentic_by_the_key_in_the_address_and_unreadable_without() {
            var broken = utf8("{\"activity\": \"5657754\", ");

            assertEquals(AUTHENTIC, verify("wjx", Signed.post(broken, Map.of("key", "wjx_push_key")), NOW, "wjx_push_key"));
            assertEquals(refused(Reason.WRONG), verify("wjx", Signed.post(broken, Map.of("key", "guess")), NOW, "wjx_push_key"));
            assertEquals(new Unreadable(), verify("wjx", Signed.post(broken, Map.of()), NOW, "wjx_push_key"));
        }

        @Test
        void youzan_hashes_client_message_as_it_came_and_secret() {
            var msg = "%7B%22tid%22:%22E1%22%7D";
            var sign = HexFormat.of().formatHex(Keys.digest("MD5", utf8("client-1" + msg + "client-secret")));
            var body = "{\"client_id\":\"client-1\",\"id\":\"E1\",\"msg\":\"" + msg + "\",\"sign\":\"" + sign + "\"}";

            assertEquals(AUTHENTIC, verify("youzan", Signed.post(body), NOW, "client-secret"));
            assertEquals(refused(Reason.WRONG), verify("youzan", Signed.post(body.replace("E1%22%7D", "E2%22%7D")), NOW, "client-secret"));
        }

        @Test
        void google_ads_sends_the_key_itself() {
            assertEquals(AUTHENTIC, verify("google-ads", Signed.post("{\"google_key\":\"local-secret\"}"), NOW, "local-secret"));
            assertEquals(refused(Reason.WRONG), verify("google-ads", Signed.post("{\"google_key\":\"guess\"}"), NOW, "local-secret"));
            assertEquals(refused(Reason.MISSING), verify("google-ads", Signed.post("{}"), NOW, "local-secret"));
            assertEquals(new Unreadable(), verify("google-ads", Signed.post("{"), NOW, "local-secret"));
        }
    }

    @Nested
    class SharedSecrets {
        @Test
        void the_secret_may_stand_in_the_address_or_in_a_header() {
            assertEquals(AUTHENTIC, verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", "local-secret")), NOW, "local-secret"));
            assertEquals(AUTHENTIC, verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", "older")), NOW, "local-secret", "older"));
            assertEquals(AUTHENTIC, verify("google-forms", Signed.post("{}", "x-leadkeeper-key", "local-secret"), NOW, "local-secret"));
            assertEquals(AUTHENTIC, verify("google-forms", Signed.post("{}", "x-leadkeeper-key", "Bearer local-secret"), NOW, "local-secret"));
        }

        @Test
        void anything_else_is_refused() {
            assertEquals(refused(Reason.WRONG), verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", "local-secre")), NOW, "local-secret"));
            assertEquals(refused(Reason.WRONG), verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", "local-secret,local-secret")), NOW, "local-secret"));
            assertEquals(refused(Reason.MISSING), verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", " ")), NOW, "local-secret"));
            assertEquals(refused(Reason.MISSING), verify("jinshuju", Signed.post("{}"), NOW, "local-secret"));
            assertEquals(refused(Reason.NO_SECRET), verify("jinshuju", Signed.post(utf8("{}"), Map.of("key", "")), NOW));
        }
    }
}
