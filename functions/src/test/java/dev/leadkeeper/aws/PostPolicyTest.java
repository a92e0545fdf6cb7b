package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class PostPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:02:03.456Z");

    /** docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html, whose lines end in CR LF. */
    @Test
    void the_example_that_aws_publishes_is_signed_as_aws_signs_it() {
        var policy = """
                { "expiration": "2015-12-30T12:00:00.000Z",
                  "conditions": [
                    {"bucket": "sigv4examplebucket"},
                    ["starts-with", "$key", "user/user1/"],
                    {"acl": "public-read"},
                    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
                    ["starts-with", "$Content-Type", "image/"],
                    {"x-amz-meta-uuid": "14365123651274"},
                    {"x-amz-server-side-encryption": "AES256"},
                    ["starts-with", "$x-amz-meta-tag", ""],

                    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
                    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                    {"x-amz-date": "20151229T000000Z" }
                  ]
                }""".replace("\n", "\r\n");
        var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        assertEquals("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e",
                PostPolicy.signature(encoded, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20151229", "us-east-1"));
    }

    @Test
    void every_field_of_a_form_is_bound_by_its_policy() {
        var fields = PostPolicy.fields(AwsSessionCredentials.create("id", "secret", "token"), "cn-north-1", NOW, "q",
                "evidence/l/a/f1", "application/pdf", 5, NOW.plusSeconds(300));
        var policy = Json.readOwn(new String(Base64.getDecoder().decode(fields.get("policy")), StandardCharsets.UTF_8));
        assertEquals("2026-03-02T01:07:03.456Z", policy.get("expiration"));
        var conditions = (List<?>) policy.get("conditions");
        assertTrue(conditions.contains(Map.of("bucket", "q")));
        assertTrue(conditions.contains(List.of("content-length-range", 5L, 5L)));
        assertTrue(conditions.contains(List.of("eq", "$key", "evidence/l/a/f1")));
        assertTrue(conditions.contains(List.of("eq", "$Content-Type", "application/pdf")));
        assertTrue(conditions.contains(List.of("eq", "$x-amz-security-token", "token")));
        assertEquals(fields.size() - 2, conditions.size() - 2, "all but the policy and its signature");
        assertEquals("id/20260302/cn-north-1/s3/aws4_request", fields.get("x-amz-credential"));
        assertEquals("20260302T010203Z", fields.get("x-amz-date"));
    }

    @Test
    void keys_without_a_session_need_no_token() {
        var fields = PostPolicy.fields(AwsBasicCredentials.create("id", "secret"), "us-east-1", NOW, "q", "k", "text/plain", 1, NOW);
        assertTrue(fields.keySet().stream().noneMatch("x-amz-security-token"::equals));
    }

    @Test
    void a_download_keeps_any_name_in_one_line() {
        assertEquals("attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88%20%22A%22%0D%0A%2A.pdf", S3Vault.attachment("方案 \"A\"\r\n*.pdf"));
    }
}
