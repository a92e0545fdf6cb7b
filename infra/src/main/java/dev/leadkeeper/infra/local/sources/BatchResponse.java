package dev.leadkeeper.infra.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages of a batch failed, by the rules for {@code ReportBatchItemFailures}: null, an empty object and an
 * empty or null list mean that all succeeded; anything malformed, and an id that was not in the batch, means that all
 * failed (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
final class BatchResponse {
    private BatchResponse() {}

    /**
     * @param batch the ids of the messages sent
     * @return the ids that stay in the queue
     */
    static Set<String> failures(byte[] payload, Set<String> batch) {
        Optional<JsonNode> response = Json.parse(payload);
        if (response.isEmpty()) {
            return batch;
        }
        JsonNode list = response.get().path("batchItemFailures");
        if (response.get().isNull() || response.get().isObject() && (list.isMissingNode() || list.isNull())) {
            return Set.of();
        }
        if (!list.isArray()) {
            return batch;
        }
        Set<String> failed = new HashSet<>();
        for (JsonNode item : list) {
            String id = item.path("itemIdentifier").asText("");
            if (!batch.contains(id)) {
                return batch;
            }
            failed.add(id);
        }
        return failed;
    }
}
