package dev.leadkeeper.codec;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The messages that a post becomes, each with the raw bytes and as many submissions as it has room for. */
public final class PostMessages {
    private static final int MOST_IN_MESSAGE = 10;
    /** Bytes of facts in one message: with 256 KB of raw body in base 64 it stays below SQS's 1 MiB. */
    private static final int MOST_FACTS = 600_000;

    private PostMessages() {}

    /** As few messages as hold all of the post's submissions. */
    public static List<Map<String, Object>> of(Post post) {
        return chunks(post.submissions()).stream().map(chunk ->
                PostCodec.toDoc(new Post(post.form(), post.receivedAt(), post.contentType(), post.raw(), post.deliveryId(), chunk))).toList();
    }

    private static List<List<Submission>> chunks(List<Submission> submissions) {
        if (submissions.size() == 1) {
            return List.of(submissions);
        }
        var chunks = new ArrayList<List<Submission>>();
        var chunk = new ArrayList<Submission>();
        var size = 0;
        for (var each : submissions) {
            var more = Json.writeBytes(FactsCodec.toDoc(each.facts())).length;
            if (chunk.size() == MOST_IN_MESSAGE || !chunk.isEmpty() && size + more > MOST_FACTS) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
            chunk.add(each);
            size += more;
        }
        chunks.add(chunk);
        return chunks;
    }
}
