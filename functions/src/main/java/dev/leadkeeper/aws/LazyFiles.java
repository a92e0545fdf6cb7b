package dev.leadkeeper.aws;

import dev.leadkeeper.port.Files;
import java.util.Optional;
import java.util.function.Supplier;

/** Files that are made when one is first asked for. */
final class LazyFiles implements Files {
    private final Supplier<Files> maker;
    private Files made;

    LazyFiles(Supplier<Files> maker) {
        this.maker = maker;
    }

    @Override
    public void put(String name, byte[] content, String contentType) {
        files().put(name, content, contentType);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return files().get(name);
    }

    private synchronized Files files() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
