package dev.leadkeeper.infra.seed;

import java.util.Optional;

/** Where secrets are kept, by names such as {@code forms/demo}. */
public interface Vault {
    Optional<String> find(String name);

    void put(String name, String value);
}
