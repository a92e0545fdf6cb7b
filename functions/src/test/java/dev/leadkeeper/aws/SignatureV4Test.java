package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Against vectors of AWS's test suite: github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite/v4 */
class SignatureV4Test {
    private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");
    private static final String ID = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final SignatureV4 signature = new SignatureV4("us-east-1", "service");

    @Test
    void a_post_without_a_body_is_signed_as_in_post_vanilla() {
        var signed = signature.sign(Map.of("host", "example.amazonaws.com"), new byte[0], AwsBasicCredentials.create(ID, SECRET), AT);
        assertEquals("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
                + "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b", signed.get("authorization"));
        assertEquals("20150830T123600Z", signed.get("x-amz-date"));
    }

    @Test
    void a_session_s_token_is_sent_and_signed() {
        var signed = signature.sign(Map.of("host", "example.amazonaws.com"), new byte[0],
                AwsSessionCredentials.create(ID, SECRET, "token"), AT);
        assertEquals("token", signed.get("x-amz-security-token"));
        assertTrue(signed.get("authorization").contains("SignedHeaders=host;x-amz-date;x-amz-security-token,"));
    }

    @Test
    void another_secret_and_another_day_make_another_signature() {
        var headers = Map.of("host", "example.amazonaws.com");
        var first = signature.sign(headers, new byte[0], AwsBasicCredentials.create(ID, SECRET), AT).get("authorization");
        var other = signature.sign(headers, new byte[0], AwsBasicCredentials.create(ID, "another"), AT).get("authorization");
        var again = signature.sign(headers, new byte[0], AwsBasicCredentials.create(ID, SECRET), AT).get("authorization");
        assertEquals(first, again);
        assertTrue(!first.equals(other));
    }
}
