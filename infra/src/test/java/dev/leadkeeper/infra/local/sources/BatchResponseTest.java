package dev.leadkeeper.infra.local.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {
    private static final Set<String> BATCH = Set.of("a", "b");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void nothing_reported_means_that_all_succeeded(String response) {
        assertEquals(Set.of(), BatchResponse.failures(response.getBytes(), BATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "\"ok\"", "[]", "{\"batchItemFailures\":\"a\"}", "{\"batchItemFailures\":[{}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}", "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"id\":\"a\"}]}", "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}"})
    void anything_malformed_means_that_all_failed(String response) {
        assertEquals(BATCH, BatchResponse.failures(response.getBytes(), BATCH));
    }

    @Test
    void the_reported_ones_failed() {
        assertEquals(Set.of("b"), BatchResponse.failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}".getBytes(), BATCH));
    }
}
