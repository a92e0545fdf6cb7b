package dev.leadkeeper.aws;

import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;

/**
 * A service of AWS that speaks JSON (smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html): every operation is one signed POST.
 * In place of the SDK's generated clients where a function starts cold: those load 2,000 classes for what a function asks of
 * three services. Credentials and failures are the SDK's.
 */
final class JsonService {
    private final HttpClientConnectionManager connections;
    private final AwsCredentialsProvider credentials;
    private final Protocol protocol;
    private final String host;
    private final SignatureV4 signature;
    private final Supplier<String> trace;

    /**
     * @param prefix  of the operations, such as {@code DynamoDB_20120810}
     * @param version of the protocol, {@code 1.0} or {@code 1.1}
     */
    record Protocol(String prefix, String version) {}

    /**
     * @param service as in a signature's scope, such as {@code dynamodb}
     * @param trace   the header of the trace that a call belongs to, {@code null} for none
     */
    JsonService(Connections connections, AwsCredentialsProvider credentials, URI endpoint, String region, String service, Protocol protocol,
                Supplier<String> trace) {
        this.trace = trace;
        this.connections = connections.to(endpoint);
        this.credentials = credentials;
        this.host = endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
        this.protocol = protocol;
        this.signature = new SignatureV4(region, service);
    }

    /** An answer that is no success. @param code such as {@code ValidationException} */
    record Refusal(int status, String code, String requestId, Map<String, Object> body) {
        static Refusal of(int status, String requestId, Map<String, Object> body) {
            var type = body.get("__type") instanceof String text ? text : "Http" + status;
            return new Refusal(status, type.substring(type.indexOf('#') + 1), requestId, body);
        }

        /** Puts what every failure tells. */
        <B extends AwsServiceException.Builder> B tell(B builder) {
            var message = String.valueOf(body.getOrDefault("message", body.get("Message")));
            builder.statusCode(status).requestId(requestId).message(message)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build());
            return builder;
        }
    }

    /** Makes a failure of a refusal. */
    interface Failing {
        AwsServiceException of(Refusal refusal);
    }

    /** As {@link #call(String, Map, Failing)} for a service whose failures nobody tells apart. */
    Map<String, Object> call(String operation, Map<String, Object> input) {
        return call(operation, input, refusal -> refusal.tell(AwsServiceException.builder()).build());
    }

    /**
     * One attempt.
     *
     * @return what was answered
     * @throws AwsServiceException as {@code failing} makes it of an answer that is no success
     * @throws SdkClientException  if there was no answer, or one that cannot be read
     */
    Map<String, Object> call(String operation, Map<String, Object> input, Failing failing) {
        var body = Json.writeBytes(input);
        var headers = signature.sign(headers(operation), body, credentials.resolveCredentials(), Instant.now());
        headers.put("content-length", Integer.toString(body.length));
        try {
            var reply = Exchange.run(connections, "POST", "/", headers, body, AwsClients.ATTEMPT);
            reply.header("x-amz-crc32").ifPresent(sum -> check(reply.body(), sum));
            if (reply.isSuccessful()) {
                return read(reply.body());
            }
            throw failing.of(Refusal.of(reply.status(), reply.header("x-amzn-requestid").orElse(null), refused(reply.body())));
        } catch (IOException e) {
            throw SdkClientException.create("no answer to " + operation, e);
        }
    }

    private Map<String, String> headers(String operation) {
        var headers = new TreeMap<String, String>();
        headers.put("host", host);
        headers.put("content-type", "application/x-amz-json-" + protocol.version());
        headers.put("x-amz-target", protocol.prefix() + "." + operation);
        headers.put("user-agent", "leadkeeper");
        // SQS hands it on with the message, so that a trace spans the queues.
        var trace = this.trace.get();
        if (trace != null) {
            headers.put("x-amzn-trace-id", trace);
        }
        return headers;
    }

    /** DynamoDB sends the checksum of what it answers. */
    private static void check(byte[] body, String sum) {
        var crc = new CRC32();
        crc.update(body);
        if (!Long.toString(crc.getValue()).equals(sum)) {
            throw SdkClientException.create("an answer that was damaged on its way");
        }
    }

    private static Map<String, Object> read(byte[] body) {
        try {
            return body.length == 0 ? Map.of() : Json.readOwn(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw SdkClientException.create("an answer that is no JSON", e);
        }
    }

    /** What stands between may refuse in HTML. */
    private static Map<String, Object> refused(byte[] body) {
        try {
            return read(body);
        } catch (SdkClientException noJson) {
            return Map.of();
        }
    }

    /** Forgets what was derived from credentials: a snapshot must not carry it into restores. */
    void forget() {
        signature.forget();
    }
}
