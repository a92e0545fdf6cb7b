package dev.leadkeeper.ledger;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.LeadId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Up to {@value MerkleTree#PART} heads in the order of their leads: one file of an anchor, named by its content. */
record Heads(List<Head> heads) {
    /** Where the head of a lead's history stood: the number of an event, and its hash. */
    record Head(String lead, long ver, String hash) {
        static final Comparator<Head> ORDER = Comparator.comparing(Head::lead);

        private List<Object> row() {
            return List.of(lead, ver, hash);
        }
    }

    Heads {
        heads = List.copyOf(heads);
    }

    /** All of them in parts of the size that makes each a subtree. */
    static List<Heads> parts(List<Head> sorted) {
        var parts = new ArrayList<Heads>();
        for (int from = 0; from < sorted.size(); from += MerkleTree.PART) {
            parts.add(new Heads(sorted.subList(from, Math.min(sorted.size(), from + MerkleTree.PART))));
        }
        return parts;
    }

    Optional<Head> of(String lead) {
        return heads.stream().filter(head -> head.lead().equals(lead)).findFirst();
    }

    /** What the anchor says of this part. */
    Anchor.Part part() {
        return new Anchor.Part(heads.getFirst().lead(), heads.getLast().lead(), heads.size(), MerkleTree.hex(tree()),
                MerkleTree.hex(LeadId.sha256(bytes())));
    }

    private byte[] tree() {
        return MerkleTree.root(heads.stream().map(head -> MerkleTree.leaf(CanonicalJson.write(head.row())
                .getBytes(StandardCharsets.UTF_8))).toList());
    }

    byte[] bytes() {
        return CanonicalJson.write(Map.of("heads", heads.stream().map(Head::row).toList())).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if these are no such bytes */
    static Heads of(byte[] bytes) {
        var heads = new ArrayList<Head>();
        if (!(Json.readOwn(new String(bytes, StandardCharsets.UTF_8)).get("heads") instanceof List<?> rows)) {
            throw new IllegalArgumentException("no heads");
        }
        for (var row : rows) {
            if (!(row instanceof List<?> cells && cells.size() == 3 && cells.get(0) instanceof String lead
                    && cells.get(1) instanceof Long ver && cells.get(2) instanceof String hash)) {
                throw new IllegalArgumentException("not a head");
            }
            heads.add(new Head(lead, ver, hash));
        }
        return new Heads(heads);
    }
}
