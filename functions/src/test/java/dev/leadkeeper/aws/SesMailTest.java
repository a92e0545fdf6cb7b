package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.notification.channel.FakeVendor;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesMailTest {
    private static final Mail.Letter LETTER = new Mail.Letter("crm@example.com", "rep@example.com", "新线索", "原因\nreason");

    private final FakeVendor vendor = new FakeVendor();
    private final Mail mail = new AwsPorts(Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "own", "AWS_SECRET_ACCESS_KEY", "secret",
            "AWS_ENDPOINT_URL", vendor.url()), new VirtualClock("2026-11-22T02:00:00Z"), new SeededIds(1)).mail();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_letter_goes_to_one_address_as_plain_text_and_is_accepted() {
        vendor.then(200, "{\"MessageId\":\"0102\"}");
        assertEquals(new Outcome.Sent("accepted"), mail.send(new Mail.Account(null, null, null, null), LETTER));
        var request = vendor.requests().getLast();
        assertEquals("/v2/email/outbound-emails", request.path());
        assertEquals(List.of("rep@example.com"), Doc.of(request.json()).doc("Destination").texts("ToAddresses"));
        var simple = Doc.of(request.json()).doc("Content").doc("Simple");
        assertEquals("新线索", simple.doc("Subject").required("Data"));
        assertEquals("原因\nreason", simple.doc("Body").doc("Text").required("Data"));
        assertTrue(request.headers().get("authorization").contains("/eu-west-1/ses/"));
    }

    @Test
    void a_channel_may_have_its_own_region_key_and_endpoint() {
        try (var other = new FakeVendor()) {
            other.then(200, "{\"MessageId\":\"0102\"}");
            assertInstanceOf(Outcome.Sent.class, mail.send(new Mail.Account(other.url(), "us-west-2", "AKIAOTHER", "s"), LETTER));
            var authorization = other.requests().getLast().headers().get("authorization");
            assertTrue(authorization.contains("AKIAOTHER/") && authorization.contains("/us-west-2/ses/"), authorization);
        }
        assertTrue(vendor.requests().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"429,TooManyRequestsException,Retry", "503,ServiceUnavailable,Retry", "500,InternalFailure,Retry",
        "400,ThrottlingException,Retry", "400,AccountSuspendedException,Dead", "400,SendingPausedException,Dead",
        "400,MailFromDomainNotVerifiedException,Dead", "404,NotFoundException,Dead", "403,AccessDeniedException,Dead",
        "403,SignatureDoesNotMatch,Dead", "400,MessageRejected,Failed", "400,BadRequestException,Failed", "400,SomethingNew,Failed"})
    void an_error_of_the_service_has_its_outcome_and_says_no_more_than_its_name(int status, String error, String outcome) {
        vendor.then(status, "{\"__type\":\"" + error + "\",\"message\":\"rep@example.com is not verified\"}");
        var result = mail.send(new Mail.Account(null, null, null, null), LETTER);
        assertEquals(outcome, result.getClass().getSimpleName());
        assertFalse(result.because().contains("@"), result.because());
        assertEquals(1, vendor.requests().size(), "nothing is repeated here");
    }

    @ParameterizedTest
    @CsvSource({"''", "'{}'", "'<html></html>'", "'{\"MessageId\":\"\"}'"})
    void an_answer_without_a_message_id_is_not_a_delivery(String body) {
        vendor.then(200, body);
        assertFalse(mail.send(new Mail.Account(null, null, null, null), LETTER) instanceof Outcome.Sent);
    }

    @Test
    void a_sender_may_send_whose_address_or_domain_is_verified() {
        var account = new Mail.Account(null, null, null, null);
        vendor.then(404, "{\"__type\":\"NotFoundException\",\"message\":\"none\"}").then(200, "{\"VerifiedForSendingStatus\":true}");
        assertInstanceOf(Outcome.Sent.class, mail.check(account, "crm@example.com"));
        assertEquals(List.of("/v2/email/identities/crm%40example.com", "/v2/email/identities/example.com"),
                vendor.requests().stream().map(request -> request.path().replace("@", "%40")).toList());
        vendor.then(200, "{\"VerifiedForSendingStatus\":false}").then(404, "{\"__type\":\"NotFoundException\",\"message\":\"none\"}");
        assertEquals(new Outcome.Dead("identity not verified"), mail.check(account, "crm@example.com"));
        vendor.always(404, "{\"__type\":\"NotFoundException\",\"message\":\"none\"}");
        assertEquals(new Outcome.Dead("no such identity"), mail.check(account, "crm@example.com"));
    }

    @Test
    void a_role_that_may_not_ask_says_nothing_against_the_sender_and_a_wrong_key_does() {
        vendor.always(403, "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}");
        assertInstanceOf(Outcome.Sent.class, mail.check(new Mail.Account(null, null, null, null), "crm@example.com"));
        vendor.always(403, "{\"__type\":\"SignatureDoesNotMatch\",\"message\":\"no\"}");
        assertInstanceOf(Outcome.Dead.class, mail.check(new Mail.Account(null, null, null, null), "crm@example.com"));
    }

    @Test
    void a_service_that_is_away_is_tried_later() {
        vendor.close();
        assertInstanceOf(Outcome.Retry.class, mail.send(new Mail.Account(null, null, null, null), LETTER));
    }
}
