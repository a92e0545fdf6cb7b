package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.LeadId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept under object lock every hour: the heads of all histories that moved since the anchor before, under one
 * root that also covers that anchor. Holds ids and hashes, nothing personal.
 *
 * @param number   1 for the first, then without gaps
 * @param at       when the look at the leads began
 * @param since    heads that moved from then on are in it; {@link Instant#EPOCH} for the first
 * @param previous the root of the anchor before, empty for the first
 * @param parts    the files that hold the heads, in the order of their leads
 * @param root     SHA-256 over all of the above in canonical JSON, in hexadecimal
 */
public record Anchor(long number, Instant at, Instant since, String previous, List<Part> parts, String root) {
    /**
     * One file of heads.
     *
     * @param first  the first lead in it
     * @param last   the last lead in it
     * @param heads  how many
     * @param tree   the root of the Merkle tree over them, in hexadecimal
     * @param sha256 the hash of the file's bytes, in hexadecimal, which is also its name
     */
    public record Part(String first, String last, int heads, String tree, String sha256) {
        boolean mayHold(String lead) {
            return first.compareTo(lead) <= 0 && lead.compareTo(last) <= 0;
        }

        private Map<String, Object> doc() {
            return Map.of("first", first, "last", last, "heads", heads, "tree", tree, "sha256", sha256);
        }

        private static Part of(Doc doc) {
            return new Part(doc.required("first"), doc.required("last"), Math.toIntExact(doc.number("heads", 0)),
                    doc.required("tree"), doc.required("sha256"));
        }
    }

    public Anchor {
        parts = List.copyOf(parts);
    }

    static Anchor after(Optional<Anchor> before, Instant at, Instant since, List<Part> parts) {
        var number = before.map(Anchor::number).orElse(0L) + 1;
        var previous = before.map(Anchor::root).orElse("");
        return new Anchor(number, at, since, previous, parts, root(number, at, since, previous, parts));
    }

    /** How many heads are in it. */
    public long heads() {
        return parts.stream().mapToLong(Part::heads).sum();
    }

    /** The root of the Merkle tree over all heads, in hexadecimal. */
    public String tree() {
        return tree(parts);
    }

    /** Whether the root fits the content. */
    boolean holds() {
        return root.equals(root(number, at, since, previous, parts));
    }

    byte[] bytes() {
        var doc = Doc.build();
        content(number, at, since, previous, parts).forEach(doc::put);
        return CanonicalJson.write(doc.put("root", root).done()).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if these are no such bytes */
    static Anchor of(byte[] bytes) {
        var doc = Doc.of(Json.readOwn(new String(bytes, StandardCharsets.UTF_8)));
        try {
            return new Anchor(doc.number("number", 0), Instant.parse(doc.required("at")), Instant.parse(doc.required("since")),
                    doc.required("previous"), doc.list("parts", Doc::ofValue).stream().map(Part::of).toList(), doc.required("root"));
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("an anchor without a time", notATime);
        }
    }

    private static String root(long number, Instant at, Instant since, String previous, List<Part> parts) {
        return MerkleTree.hex(LeadId.sha256(CanonicalJson.write(content(number, at, since, previous, parts))));
    }

    private static Map<String, Object> content(long number, Instant at, Instant since, String previous, List<Part> parts) {
        return Map.of("number", number, "at", at.toString(), "since", since.toString(), "previous", previous,
                "tree", tree(parts), "parts", parts.stream().map(Part::doc).toList());
    }

    private static String tree(List<Part> parts) {
        return MerkleTree.hex(MerkleTree.root(parts.stream().map(part -> HexFormat.of().parseHex(part.tree())).toList()));
    }
}
