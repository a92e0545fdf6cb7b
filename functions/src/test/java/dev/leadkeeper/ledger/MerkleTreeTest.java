package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** Leaves and roots of github.com/google/certificate-transparency, merkletree/merkle_tree_test.cc. */
    private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f").map(HexFormat.of()::parseHex).map(MerkleTree::leaf).toList();

    private static String root(int leaves) {
        return MerkleTree.hex(MerkleTree.root(LEAVES.subList(0, leaves)));
    }

    @Test
    void roots_are_those_of_certificate_transparency() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", root(0));
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", root(1));
        assertEquals("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", root(2));
        assertEquals("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", root(3));
        assertEquals("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", root(4));
        assertEquals("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", root(8));
    }

    @Test
    void a_tree_over_the_roots_of_its_parts_is_the_tree_over_all_leaves() {
        for (int size : List.of(1, MerkleTree.PART, MerkleTree.PART + 1, 3 * MerkleTree.PART, 4 * MerkleTree.PART + 77)) {
            var leaves = IntStream.range(0, size).mapToObj(n -> MerkleTree.leaf(new byte[] {(byte) n, (byte) (n >> 8)})).toList();
            var parts = IntStream.iterate(0, from -> from < size, from -> from + MerkleTree.PART)
                    .mapToObj(from -> MerkleTree.root(leaves.subList(from, Math.min(size, from + MerkleTree.PART)))).toList();
            assertArrayEquals(MerkleTree.root(leaves), MerkleTree.root(parts), size + " leaves");
        }
    }
}
