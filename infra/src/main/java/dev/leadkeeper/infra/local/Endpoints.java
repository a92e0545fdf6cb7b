package dev.leadkeeper.infra.local;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Where the four services answer and with which credentials; makes clients for them. The caller closes a client. */
public record Endpoints(URI dynamoDb, URI sqs, URI s3, URI ssm, String region, String accessKey, String secretKey) {
    /** Longer than the 20 s that a ReceiveMessage may wait. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    public DynamoDbClient dynamoDbClient() {
        return at(dynamoDb, DynamoDbClient.builder()).build();
    }

    public SqsClient sqsClient() {
        return at(sqs, SqsClient.builder()).build();
    }

    public S3Client s3Client() {
        return at(s3, S3Client.builder()).forcePathStyle(true).build();
    }

    public SsmClient ssmClient() {
        return at(ssm, SsmClient.builder()).build();
    }

    /** What a process needs in its environment so that the SDK's own clients talk to these endpoints and to nothing else. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_REGION", region);
        environment.put("AWS_DEFAULT_REGION", region);
        environment.put("AWS_ACCESS_KEY_ID", accessKey);
        environment.put("AWS_SECRET_ACCESS_KEY", secretKey);
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        environment.put("AWS_ENDPOINT_URL_S3", s3.toString());
        environment.put("AWS_ENDPOINT_URL_SSM", ssm.toString());
        // Any other service answers nowhere: what runs here must not reach the real cloud. Port 9 is "discard".
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint).region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SOCKET_TIMEOUT));
    }
}
