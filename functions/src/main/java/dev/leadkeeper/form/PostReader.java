package dev.leadkeeper.form;

import dev.leadkeeper.form.Decoded.Document;
import dev.leadkeeper.form.Decoded.Unreadable;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.normalise.TestData;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a post: any bytes under any definition give at least one submission. What cannot be worked with is one with
 * its reason in {@link Submission#attention}, so that nothing that was accepted is lost.
 */
public final class PostReader {
    /** Leads in one post; more are a mistake or an attack, and go to people in one piece. */
    static final int MOST_LEADS = 500;
    private static final int LONGEST_KEY = 300;

    private final FormDefinition form;
    private final String deliveryId;
    private final Instant receivedAt;
    private final String trace;
    private final boolean replay;

    private PostReader(FormDefinition form, String deliveryId, Instant receivedAt, String trace, boolean replay) {
        this.form = form;
        this.deliveryId = deliveryId;
        this.receivedAt = receivedAt;
        this.trace = trace;
        this.replay = replay;
    }

    /**
     * @param contentType the header, or an empty text
     * @param deliveryId  what the header that the form names says, or {@code null}
     * @param receivedAt  when the post came, also if it is read anew now
     * @param replay      whether a person asked for it to be read anew
     * @return one submission for each lead, in the order of the body; the same delivery twice within it is one, the last
     */
    public static List<Submission> read(FormDefinition form, String contentType, byte[] body, String deliveryId,
                                        Instant receivedAt, String trace, boolean replay) {
        return new PostReader(form, deliveryId, receivedAt, trace, replay).read(contentType, body);
    }

    private List<Submission> read(String contentType, byte[] body) {
        return switch (Decoder.decode(form.body(), contentType, body)) {
            case Unreadable(var reason) -> List.of(unread(body, "unreadable: " + reason));
            case Document(var document) -> leads(document, body);
        };
    }

    private List<Submission> leads(Object document, byte[] body) {
        var nodes = switch (form.leads().find(document)) {
            case null -> List.of();
            case List<?> list -> list.stream().filter(node -> node instanceof Map<?, ?> map && !map.isEmpty()).toList();
            case Map<?, ?> map when !map.isEmpty() -> List.of(map);
            default -> List.of();
        };
        if (nodes.isEmpty()) {
            return List.of(unread(body, "no lead in this post"));
        }
        if (nodes.size() > MOST_LEADS) {
            return List.of(unread(body, "more than " + MOST_LEADS + " leads in one post"));
        }
        var byKey = new LinkedHashMap<String, Submission>();
        var header = nodes.size() == 1 ? deliveryId : null;
        for (var node : nodes) {
            var submission = submission(node, header);
            byKey.put(submission.deliveryKey(), submission);
        }
        return List.copyOf(byKey.values());
    }

    private Submission submission(Object node, String header) {
        var hash = Content.hash(node, form.changing());
        var mapped = Mapper.map(form, node);
        var updatedAt = form.updatedAt() == null ? null : form.updatedAt().of(node, receivedAt);
        var attention = mapped.facts().contact().reachable() ? null : "no way to reach";
        return submission(key(node, header, hash), hash, updatedAt, mapped.facts(), mapped.unknown(), test(node, mapped.facts()), attention);
    }

    /** What the vendor calls this submission, in the body or in a header; without that, its content. */
    private String key(Object node, String header, String hash) {
        var parts = form.key().stream().map(path -> Texts.of(path.find(node))).toList();
        if (!parts.isEmpty() && parts.stream().noneMatch(Objects::isNull)) {
            return shortened(String.join("/", parts));
        }
        return header == null ? "content:" + hash : shortened("header:" + header);
    }

    /** A key is stored with the lead: an endless one is represented by its hash. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : "long:" + HexFormat.of().formatHex(LeadId.sha256(key));
    }

    private String test(Object node, Facts facts) {
        return form.test().stream().filter(condition -> condition.holds(node)).findFirst().map(condition -> "marked as a test by the sender")
                .or(() -> TestData.reason(facts)).orElse(null);
    }

    private Submission unread(byte[] body, String reason) {
        var hash = HexFormat.of().formatHex(LeadId.sha256(body));
        return submission("body:" + hash, hash, null, Facts.NONE, List.of(), null, reason);
    }

    private Submission submission(String key, String hash, Instant updatedAt, Facts facts, List<String> unknown, String test,
                                  String attention) {
        return new Submission(LeadId.of(form.id(), key), form.id(), key, hash, receivedAt, updatedAt, facts, unknown, test, attention,
                replay, trace);
    }
}
