package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.form.HandshakeAnswer.NotAsked;
import dev.leadkeeper.form.HandshakeAnswer.Refused;
import dev.leadkeeper.form.HandshakeAnswer.Say;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakesTest {
    private static HandshakeAnswer get(String form, Map<String, String> query) {
        var request = new FormRequest("GET", "https://leads.example.org/forms/" + form, query, Map.of(), new byte[0]);
        return Handshakes.toQuery(SampleForms.get(form), request, SampleForms.secrets());
    }

    @Test
    void meta_gets_its_challenge_back_if_it_knows_the_verify_token() {
        var query = Map.of("hub.mode", "subscribe", "hub.challenge", "1158201444", "hub.verify_token", "meta_verify");

        assertEquals(new Say("text/plain; charset=utf-8", "1158201444"), get("meta", query));
    }

    @Test
    void meta_gets_nothing_with_a_wrong_or_no_token() {
        assertEquals(new Refused(), get("meta", Map.of("hub.challenge", "1", "hub.verify_token", "guess")));
        assertEquals(new Refused(), get("meta", Map.of("hub.challenge", "1")));
        assertEquals(new NotAsked(), get("meta", Map.of()));
        assertEquals(new NotAsked(), get("meta", Map.of("hub.challenge", "1".repeat(501), "hub.verify_token", "meta_verify")));
    }

    @Test
    void linkedin_gets_its_code_signed_with_the_client_secret() {
        // echo -n 890e4665-4dfe-4ab1-b689-ed553bceeed0 | openssl dgst -sha256 -hmac linkedin_client_secret
        assertEquals(new Say("application/json", "{\"challengeCode\":\"890e4665-4dfe-4ab1-b689-ed553bceeed0\",\"challengeResponse\":"
                + "\"c813f311661c3a733dcae599bb95c7cabc666e22dc36e2a84a3d3ce27c9de8de\"}"), get("linkedin", Map.of("challengeCode", "890e4665-4dfe-4ab1-b689-ed553bceeed0")));
        assertEquals(new NotAsked(), get("linkedin", Map.of()));
    }

    @Test
    void feishu_gets_its_challenge_back_from_the_body() {
        var form = SampleForms.get("feishu-bitable");

        assertEquals(new Say("application/json", "{\"challenge\":\"ajls384kdjx98XX\"}"), Handshakes.toBody(form,
                Signed.post("{\"challenge\":\"ajls384kdjx98XX\",\"token\":\"local-secret\",\"type\":\"url_verification\"}")));
        assertEquals(new NotAsked(), Handshakes.toBody(form, Signed.post("{\"type\":\"event\"}")));
        assertEquals(new NotAsked(), Handshakes.toBody(form, Signed.post("{")));
    }

    @Test
    void a_form_without_handshake_says_nothing() {
        assertEquals(new NotAsked(), get("demo", Map.of("hub.challenge", "1", "challengeCode", "1")));
    }
}
