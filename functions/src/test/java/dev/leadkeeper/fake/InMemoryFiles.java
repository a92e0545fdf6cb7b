package dev.leadkeeper.fake;

import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files in a map. Thread-safe. */
public class InMemoryFiles implements Files {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void put(String name, byte[] content, String contentType) {
        var there = files.putIfAbsent(name, content.clone());
        if (there != null && !Arrays.equals(there, content)) {
            throw new Store.Fault("another content under the name " + name, null);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }
}
