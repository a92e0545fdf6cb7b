package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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

    /** docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
    @Test
    void an_object_is_read_and_written_as_in_the_examples_of_s3() {
        var objects = new SignatureV4("us-east-1", "s3");
        var key = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        var at = Instant.parse("2013-05-24T00:00:00Z");
        var nothing = SignatureV4.hash(new byte[0]);
        var read = objects.sign("GET", "/test.txt", Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9",
                "x-amz-content-sha256", nothing), nothing, key, at);
        assertTrue(read.get("authorization").endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"));
        var content = SignatureV4.hash("Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8));
        var written = objects.sign("PUT", "/test%24file.text", Map.of("host", "examplebucket.s3.amazonaws.com",
                "date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-content-sha256", content, "x-amz-storage-class", "REDUCED_REDUNDANCY"), content, key, at);
        assertTrue(written.get("authorization").endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"));
    }
}
