package dev.leadkeeper.infra.local.demo;

import dev.leadkeeper.infra.local.demo.Sample.Expectation;
import dev.leadkeeper.infra.local.demo.Sample.LeadExpectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the sample posts of a folder, in the order of their names; a key that is not known is an error that names the file. */
public final class SampleReader {
    private SampleReader() {}

    public static List<Sample> readAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|json)"))
                    .filter(file -> !file.getFileName().toString().startsWith("_")).sorted().map(SampleReader::read).toList();
        }
    }

    static Sample read(Path file) {
        String name = file.getFileName().toString();
        try {
            Map<?, ?> top = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
            only(top, Set.of("form", "title", "request", "sign", "expect"));
            String form = text(top, "form").orElseThrow(() -> new IllegalArgumentException("form is missing"));
            return new Sample(name, form, text(top, "title").orElse(form), post(map(top.get("request")), file),
                    Signing.read(map(top.get("sign")), name), expectation(map(top.get("expect"))));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Sample.Post post(Map<?, ?> request, Path file) throws IOException {
        only(request, Set.of("method", "query", "headers", "contentType", "body", "bodyFile", "bodyBase64"));
        byte[] body;
        if (request.containsKey("bodyFile")) {
            body = Files.readAllBytes(file.resolveSibling(text(request, "bodyFile").orElseThrow()));
        } else if (request.containsKey("bodyBase64")) {
            body = Base64.getMimeDecoder().decode(text(request, "bodyBase64").orElseThrow());
        } else {
            body = text(request, "body").orElse("").getBytes(StandardCharsets.UTF_8);
        }
        return new Sample.Post(text(request, "method").orElse("POST"), texts(request.get("query")), texts(request.get("headers")),
                text(request, "contentType").orElse("application/json"), body);
    }

    private static Expectation expectation(Map<?, ?> expect) {
        only(expect, Set.of("status", "leads", "attention", "state", "owner", "ownerAmong", "pool", "tier", "reason", "each"));
        List<LeadExpectation> each = expect.get("each") instanceof List<?> list
                ? list.stream().map(SampleReader::map).map(SampleReader::lead).toList() : List.of(lead(expect));
        return new Expectation(number(expect, "status").orElse(200), number(expect, "leads"), number(expect, "attention"), each);
    }

    private static LeadExpectation lead(Map<?, ?> expect) {
        Optional<List<String>> among = expect.get("ownerAmong") instanceof List<?> list
                ? Optional.of(list.stream().map(String::valueOf).toList()) : Optional.empty();
        return new LeadExpectation(text(expect, "state"), text(expect, "owner"), among, text(expect, "pool"), text(expect, "tier"),
                text(expect, "reason"));
    }

    static Optional<String> text(Map<?, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    private static Optional<Integer> number(Map<?, ?> map, String key) {
        return text(map, key).map(Integer::valueOf);
    }

    private static Map<?, ?> map(Object value) {
        return switch (value) {
            case null -> Map.of();
            case Map<?, ?> map -> map;
            case Object other -> throw new IllegalArgumentException("a mapping is needed, not " + other);
        };
    }

    private static Map<String, String> texts(Object value) {
        Map<String, String> out = new LinkedHashMap<>();
        map(value).forEach((key, each) -> out.put(String.valueOf(key), String.valueOf(each)));
        return out;
    }

    static void only(Map<?, ?> map, Set<String> known) {
        map.keySet().stream().filter(key -> !known.contains(String.valueOf(key))).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(key + " is not known; there are " + known.stream().sorted().toList());
        });
    }
}
