package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Content is kept under its hash and nothing else is. */
public abstract class VaultContract {
    private final byte[] content = ("证据 " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);

    /** The vault under test. */
    protected abstract Vault vault();

    /** What an address of the vault gives to somebody without credentials. */
    protected abstract byte[] fetch(URI address) throws Exception;

    /** Content from memory. */
    public record Bytes(byte[] content) implements Vault.Content {
        @Override
        public long bytes() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    public static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void content_is_kept_once_however_often_it_comes() throws Exception {
        assertFalse(vault().has(sha256(content)));
        vault().keep(sha256(content), new Bytes(content), "text/plain");
        vault().keep(sha256(content), new Bytes(content), "text/plain");
        assertTrue(vault().has(sha256(content)));
    }

    @Test
    void content_of_another_hash_is_a_fault_and_not_kept() throws Exception {
        var name = sha256("something else".getBytes(StandardCharsets.UTF_8));
        assertThrows(Store.Fault.class, () -> vault().keep(name, new Bytes(content), "text/plain"));
        assertFalse(vault().has(name));
    }

    @Test
    void a_link_leads_to_the_content() throws Exception {
        vault().keep(sha256(content), new Bytes(content), "text/plain");
        assertArrayEquals(content, fetch(vault().link(sha256(content), "方案 \"A\"\r\n.txt", "text/plain", Duration.ofMinutes(5))));
    }

    @Test
    void several_megabytes_are_kept_as_they_are() throws Exception {
        var large = new byte[6_000_000];
        for (var i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 ^ content[i % content.length]);
        }
        vault().keep(sha256(large), new Bytes(large), "application/octet-stream");
        assertArrayEquals(large, fetch(vault().link(sha256(large), "large.bin", "application/octet-stream", Duration.ofMinutes(1))));
    }
}
