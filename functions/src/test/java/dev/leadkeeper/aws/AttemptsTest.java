package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.aws.Attempts.Repeat;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

class AttemptsTest {
    private static final SdkException SILENCE = ApiCallAttemptTimeoutException.create(2_500);
    private static final SdkException THROTTLED = ProvisionedThroughputExceededException.builder().statusCode(400).build();
    private static final SdkException CONFLICT = TransactionConflictException.builder().statusCode(400).build();
    private static final SdkException IN_PROGRESS = TransactionInProgressException.builder().statusCode(400).build();
    private static final SdkException BROKEN = service(500, "InternalServerError");
    private static final SdkException INVALID = service(400, "ValidationException");

    private final VirtualClock clock = new VirtualClock("2026-01-01T00:00:00Z");
    private final Attempts attempts = new Attempts(clock, new SeededIds(1));
    private int calls;

    @ParameterizedTest
    @EnumSource
    void an_answer_that_says_nothing_happened_is_asked_for_again(Repeat repeat) {
        for (var passing : List.of(THROTTLED, CONFLICT, service(409, "ConditionalRequestConflict"))) {
            calls = 0;
            assertEquals("done", run(repeat, passing, passing));
            assertEquals(3, calls);
        }
        assertTrue(clock.now().isAfter(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_request_is_a_fault_at_once(Repeat repeat) {
        var fault = assertThrows(Store.Fault.class, () -> run(repeat, INVALID));
        assertFalse(fault instanceof Store.AmbiguousFault);
        assertEquals("call: ValidationException", fault.getMessage());
        assertEquals(1, calls);
    }

    @Test
    void a_read_without_answer_is_repeated_and_its_fault_is_never_ambiguous() {
        assertEquals("done", run(Repeat.READ, SILENCE, BROKEN));
        var fault = assertThrows(Store.Fault.class, () -> run(Repeat.READ, SILENCE, SILENCE, SILENCE, SILENCE));
        assertFalse(fault instanceof Store.AmbiguousFault);
    }

    @Test
    void a_write_that_is_recognised_when_it_comes_again_is_repeated() {
        assertEquals("done", run(Repeat.SAFE_WRITE, SILENCE, IN_PROGRESS, BROKEN));
    }

    @Test
    void any_other_write_without_answer_is_ambiguous_at_once() {
        for (var unclear : List.of(SILENCE, BROKEN)) {
            calls = 0;
            assertInstanceOf(Store.AmbiguousFault.class, assertThrows(Store.Fault.class, () -> run(Repeat.UNSAFE_WRITE, unclear)));
            assertEquals(1, calls);
        }
    }

    @Test
    void a_write_stays_ambiguous_whatever_the_later_attempts_say() {
        assertThrows(Store.AmbiguousFault.class, () -> run(Repeat.SAFE_WRITE, SILENCE, THROTTLED, THROTTLED, THROTTLED));
        calls = 0;
        assertThrows(Store.AmbiguousFault.class, () -> run(Repeat.SAFE_WRITE, SILENCE, INVALID));
        assertEquals(2, calls);
    }

    @Test
    void it_gives_up_after_four_attempts() {
        assertThrows(Store.Fault.class, () -> run(Repeat.READ, THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED));
        assertEquals(4, calls);
    }

    @Test
    void it_begins_no_attempt_that_a_functions_time_would_not_hold() {
        assertThrows(Store.Fault.class, () -> attempts.run("call", Repeat.READ, () -> {
            calls++;
            clock.advance(Duration.ofMillis(2_501));
            throw SILENCE;
        }));
        assertEquals(1, calls);
    }

    @Test
    void a_cancelled_transaction_passes_if_all_its_reasons_pass() {
        assertEquals("done", run(Repeat.SAFE_WRITE, cancelled("None", "ThrottlingError")));
        assertThrows(Store.Fault.class, () -> run(Repeat.SAFE_WRITE, cancelled("ThrottlingError", "ValidationError")));
    }

    private String run(Repeat repeat, SdkException... failures) {
        var script = new ArrayDeque<>(List.of(failures));
        return attempts.run("call", repeat, () -> {
            calls++;
            if (script.isEmpty()) {
                return "done";
            }
            throw script.removeFirst();
        });
    }

    private static SdkException service(int status, String code) {
        return DynamoDbException.builder().statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("13800138000").build()).build();
    }

    private static AwsServiceException cancelled(String... codes) {
        return TransactionCanceledException.builder().statusCode(400).cancellationReasons(
                Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList()).build();
    }
}
