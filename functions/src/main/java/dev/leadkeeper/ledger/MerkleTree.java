package dev.leadkeeper.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A Merkle tree as Certificate Transparency builds it (RFC 6962, 2.1): leaves and nodes are hashed apart, so that a node
 * never passes for a leaf, and the left half is the largest power of two, so that {@value #PART} leaves on end are one
 * subtree and a large tree is the tree over the roots of its parts.
 */
final class MerkleTree {
    /** Leaves of a whole part, a power of two. */
    static final int PART = 4096;

    private MerkleTree() {}

    /** The hash of a leaf with this content. */
    static byte[] leaf(byte[] content) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(content);
    }

    /** The root over leaves, or over the roots of parts of which all but the last are whole. */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return sha256().digest();
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        var left = Integer.highestOneBit(hashes.size() - 1);
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(root(hashes.subList(0, left)));
        return digest.digest(root(hashes.subList(left, hashes.size())));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
