package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample that was posted.
 *
 * @param sent      when the request left
 * @param leads     ids that the answer names
 * @param attention ids of the attention list that the answer names
 */
record Posted(Sample sample, Instant sent, int status, List<String> leads, List<String> attention) {
    static Posted of(Sample sample, Instant sent, int status, JsonNode answer) {
        return new Posted(sample, sent, status, ids(answer.path("leads")), ids(answer.path("attention")));
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.asText()));
        return List.copyOf(ids);
    }
}
