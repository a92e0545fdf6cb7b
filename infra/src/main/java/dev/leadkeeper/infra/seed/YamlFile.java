package dev.leadkeeper.infra.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as the plain values that our JSON has: texts, whole numbers, decimals, booleans, lists, maps. Of YAML 1.1's guesses
 * only these remain: {@code on} and {@code no} are words, {@code 12:30} and {@code 2026-03-01} are texts.
 */
final class YamlFile {
    private YamlFile() {}

    /** @throws OrganisationInvalid if it is not well-formed, names a key twice, or is not a mapping */
    static Map<String, Object> read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @SuppressWarnings("unchecked") // plain() gives maps text keys only
    static Map<String, Object> parse(String name, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object tree = new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options,
                    new PlainResolver()).load(text);
            if (plain(tree) instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
        } catch (YAMLException e) {
            throw new OrganisationInvalid(List.of(name + ": " + e.getMessage()));
        }
        throw new OrganisationInvalid(List.of(name + ": must be a mapping"));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<String, Object>();
                map.forEach((key, inner) -> out.put(String.valueOf(key), plain(inner)));
                yield out;
            }
            case List<?> list -> list.stream().map(YamlFile::plain).toList();
            case Integer number -> number.longValue();
            case Double number -> BigDecimal.valueOf(number);
            case null -> null;
            case Object scalar -> scalar;
        };
    }

    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
        }
    }
}
