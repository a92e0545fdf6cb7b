package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.demo.Sample.Expectation;
import dev.leadkeeper.infra.local.demo.Sample.LeadExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what became of a sample with what its file expects; each difference is one sentence. */
final class Comparison {
    private Comparison() {}

    /**
     * @param leads     the leads by id, as the API shows them
     * @param attention the attention list's entries by id
     */
    static List<String> deviations(Posted posted, Map<String, JsonNode> leads, Map<String, JsonNode> attention) {
        List<String> out = new ArrayList<>();
        Expectation expected = posted.sample().expected();
        differs(out, "status", Optional.of(String.valueOf(expected.status())), String.valueOf(posted.status()));
        differs(out, "number of leads", expected.leads().map(String::valueOf), String.valueOf(posted.leads().size()));
        differs(out, "number of attention entries", expected.attention().map(String::valueOf), String.valueOf(posted.attention().size()));
        for (int i = 0; i < posted.leads().size(); i++) {
            String id = posted.leads().get(i);
            lead(out, id, expected.each().get(Math.min(i, expected.each().size() - 1)), leads.get(id));
        }
        Optional<String> reason = expected.each().getFirst().reason();
        for (String id : posted.leads().isEmpty() ? posted.attention() : List.<String>of()) {
            JsonNode entry = attention.get(id);
            if (entry == null) {
                out.add("attention entry " + id + " is not in the list");
            } else if (reason.isPresent() && !entry.path("reason").toString().contains(reason.get())) {
                out.add("the reason of " + id + " should contain “" + reason.get() + "”, and is " + entry.path("reason"));
            }
        }
        return out;
    }

    private static void lead(List<String> out, String id, LeadExpectation expected, JsonNode lead) {
        if (lead == null || lead.isEmpty()) {
            out.add("lead " + id + " cannot be seen");
            return;
        }
        differs(out, "state", expected.state(), lead.path("state").asText());
        differs(out, "owner", expected.owner(), lead.path("owner").asText());
        differs(out, "pool", expected.pool(), lead.path("pool").asText());
        differs(out, "tier", expected.tier(), lead.path("tier").asText());
        expected.ownerAmong().ifPresent(among -> {
            if (!among.contains(lead.path("owner").asText())) {
                out.add("owner should be one of " + among + ", and is " + lead.path("owner").asText("nobody"));
            }
        });
        expected.reason().ifPresent(part -> {
            String sentence = lead.path("decision").path("sentence").path("zh").asText() + " " + lead.path("reason").asText("");
            if (!sentence.contains(part)) {
                out.add("the reason should contain “" + part + "”, and is “" + sentence.strip() + "”");
            }
        });
    }

    private static void differs(List<String> out, String what, Optional<String> expected, String actual) {
        if (expected.isPresent() && !expected.get().equals(actual)) {
            out.add(what + " should be " + expected.get() + ", and is " + (actual.isEmpty() || actual.equals("null") ? "nothing" : actual));
        }
    }
}
