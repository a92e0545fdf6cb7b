package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormReaderTest {
    private static List<String> problems(String yaml) {
        return switch (FormReader.read(SampleForms.document(yaml))) {
            case FormInvalid(var problems) -> problems;
            case FormDefinition form -> fail("accepted " + form.id());
        };
    }

    private static String problem(String line) {
        var problems = problems("id: x\nverification: {scheme: secret}\n" + line);
        assertEquals(1, problems.size(), problems.toString());
        return problems.getFirst();
    }

    @Test
    void the_smallest_form_is_an_id_and_a_way_to_know_the_sender() {
        var form = SampleForms.of("id: x\nverification: {scheme: secret}");

        assertEquals("x", form.title());
        assertEquals("forms/x", form.secret());
    }

    @Test
    void a_form_without_verification_is_refused() {
        assertEquals(List.of("verification: is missing: every form is authenticated"), problems("id: x"));
    }

    @Test
    void every_problem_is_named_at_once_with_its_place() {
        assertEquals(List.of(
                "id: must be 1 to 63 lower-case letters, digits and hyphens",
                "country: must be an ISO 3166-1 alpha-2 code such as CN",
                "verification[1].scheme: must be standard-webhooks, hmac, digest or secret",
                "fields.telephone: is no field of a lead",
                "ignored: unknown key"), problems("""
                id: Not An Id
                country: China
                verification: [{scheme: secret}, {scheme: trust}]
                fields: {telephone: {names: [tel]}}
                ignored: [x]
                """).stream().sorted(java.util.Comparator.comparing(each -> List.of("id", "country", "verification[1].scheme",
                "fields.telephone", "ignored").indexOf(each.substring(0, each.indexOf(':'))))).toList());
    }

    @Test
    void what_does_not_make_sense_is_named() {
        assertEquals("verification.message: unknown token {nonce}",
                problems("id: x\nverification: {scheme: hmac, header: s, message: '{nonce}'}").getFirst());
        assertEquals("verification.timestamp: is missing, the message needs it",
                problems("id: x\nverification: {scheme: hmac, header: s, message: '{timestamp}.{body}'}").getFirst());
        assertEquals("verification.algorithm: must be one of [sha1, sha256, sha512]",
                problems("id: x\nverification: {scheme: hmac, header: s, algorithm: md5}").getFirst());
        assertEquals("handshake.kind: must be echo-query, sign-query or echo-body", problem("handshake: {kind: wave}"));
        assertEquals("body.decode: unknown word xml", problem("body: {decode: xml}"));
        assertEquals("body.unwrap[0].as: unknown word yaml", problem("body: {unwrap: [{from: a, as: yaml}]}"));
        assertEquals("updatedAt.zone: is no time zone", problem("updatedAt: {from: t, zone: Mars/Olympus}"));
        assertEquals("updatedAt.pattern: is no pattern of a time", problem("updatedAt: {from: t, pattern: 'bbb{'}"));
        assertEquals("answers[0].map: either map or rows says where the answers are", problem("answers: [{names: x}]"));
        assertEquals("fields.subject.transform[0].transform: must have one key: first, join, split, before, after or lookup",
                problem("fields: {subject: {transform: [{shout: loud}]}}"));
        assertEquals("recognise: only phone, email and region can be recognised, not name", problem("recognise: [name]"));
        assertEquals("ignore: a*b*c*d*: more than 3 wildcards", problem("ignore: ['a*b*c*d*']"));
        assertEquals("limit.perMinute: must be a whole number of at least 1", problem("limit: {perMinute: 0}"));
        assertEquals("match: must be common or declared", problem("match: fuzzy"));
        assertEquals("enabled: must be true or false", problem("enabled: perhaps"));
    }

    @Test
    void nobody_can_make_up_a_phone_number_by_default() {
        assertEquals("fields.phone.default: only [company, industry, sourceChannel, decisionRole, needBy, country, subject, note] can have one",
                problem("fields: {phone: {default: '13912345678'}}"));
    }

    @Test
    void a_path_that_is_none_or_could_hurt_is_refused() {
        assertEquals("key: a..b", problem("key: a..b").substring(0, 9));
        assertEquals("leads: ", problem("leads: '" + "a.".repeat(400) + "a'").substring(0, 7));
        assertEquals("leads: ", problem("leads: '" + "[".repeat(60) + "'").substring(0, 7));
        assertEquals("leads: nosuch(@): ", problem("leads: nosuch(@)").substring(0, 18));
    }

    @Test
    void documents_of_the_wrong_shape_are_problems_and_no_faults() {
        for (var value : new Object[] {1, "text", List.of(1), Map.of("a", 1), true, List.of(Map.of()), List.of(List.of())}) {
            for (var key : List.of("id", "title", "enabled", "verification", "handshake", "body", "leads", "key", "updatedAt", "answers",
                    "match", "fields", "types", "recognise", "ignore", "extras", "volatile", "test", "country", "limit")) {
                FormReader.read(Map.of(key, value));
                FormReader.read(Map.of("title", "x", key.equals("title") ? "id" : key, value));
            }
        }
        assertEquals(2, ((FormInvalid) FormReader.read(Map.of())).problems().size());
    }
}
