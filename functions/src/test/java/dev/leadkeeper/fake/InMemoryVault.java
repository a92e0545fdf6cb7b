package dev.leadkeeper.fake;

import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A vault in a map. Thread-safe. */
public class InMemoryVault implements Vault {
    private final Map<String, byte[]> kept = new TreeMap<>();

    @Override
    public synchronized void keep(String sha256, Content content, String contentType) {
        try (var in = content.open()) {
            var bytes = in.readAllBytes();
            if (!HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).equals(sha256)) {
                throw new Store.Fault("another content than its name says", null);
            }
            kept.put(sha256, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public synchronized boolean has(String sha256) {
        return kept.containsKey(sha256);
    }

    @Override
    public URI link(String sha256, String downloadName, String contentType, Duration validFor) {
        return URI.create("https://vault.invalid/" + sha256);
    }

    /** What lies here under a hash. */
    public synchronized Optional<byte[]> content(String sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(byte[]::clone);
    }

    /** The hashes of everything kept, with their content. */
    public synchronized Map<String, byte[]> kept() {
        return new TreeMap<>(kept);
    }
}
