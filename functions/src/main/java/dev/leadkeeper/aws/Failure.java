package dev.leadkeeper.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What a failed call tells about its effect. */
enum Failure {
    /** Asked again it would fail again. It had no effect. */
    FINAL,
    /** It had no effect and may work in a moment: throttled, or somebody else's transaction was at work. */
    WITHOUT_EFFECT,
    /** Nobody knows whether it had an effect: no answer, or an error of the service itself. */
    UNCLEAR;

    /** Two put one name at the same moment; docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html says to try again. */
    private static final String S3_CONFLICT = "ConditionalRequestConflict";

    static Failure of(SdkException e) {
        return switch (e) {
            case TransactionInProgressException again -> UNCLEAR; // the attempt before, under the same token, still runs
            case TransactionConflictException conflict -> WITHOUT_EFFECT;
            case ProvisionedThroughputExceededException throttled -> WITHOUT_EFFECT;
            case RequestLimitExceededException throttled -> WITHOUT_EFFECT;
            case TransactionCanceledException cancelled -> passes(cancelled) ? WITHOUT_EFFECT : FINAL;
            case AwsServiceException service -> service.isThrottlingException() || name(service).equals(S3_CONFLICT) ? WITHOUT_EFFECT
                    : service.statusCode() >= 500 ? UNCLEAR : FINAL;
            default -> UNCLEAR;
        };
    }

    /** The error's code, or its class where there was no answer or none with a code in it. Messages may quote what was asked and are left out. */
    static String name(SdkException e) {
        return e instanceof AwsServiceException service && service.awsErrorDetails() != null
                && service.awsErrorDetails().errorCode() != null ? service.awsErrorDetails().errorCode() : e.getClass().getSimpleName();
    }

    /** Whether every reason of a cancelled transaction is one that passes by itself. */
    private static boolean passes(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream().allMatch(reason -> switch (reason.code()) {
            case "None", "ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict" -> true;
            default -> false;
        });
    }
}
