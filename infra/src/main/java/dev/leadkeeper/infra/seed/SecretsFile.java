package dev.leadkeeper.infra.seed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code secrets.yaml}: nested names, {@code forms: {demo: …}} is {@code forms/demo}; several live values are a list, newest first. */
final class SecretsFile {
    private SecretsFile() {}

    static Map<String, String> read(Map<String, Object> document) {
        var secrets = new TreeMap<String, String>();
        document.forEach((name, value) -> add(secrets, name, value));
        return secrets;
    }

    private static void add(Map<String, String> secrets, String name, Object value) {
        switch (value) {
            case Map<?, ?> folder -> folder.forEach((inner, each) -> add(secrets, name + "/" + inner, each));
            case List<?> several -> secrets.put(name, several.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            case null -> throw new OrganisationInvalid(List.of("secrets.yaml: " + name + ": has no value"));
            case Object one -> secrets.put(name, one.toString());
        }
    }
}
