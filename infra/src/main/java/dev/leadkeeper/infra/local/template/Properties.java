package dev.leadkeeper.infra.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of one resource, or one mapping inside them. Reading a property marks it as understood;
 * {@link #done()} then refuses whatever nobody read and the table of {@link NoLocalEffect} does not list.
 */
final class Properties {
    private final String resource;
    private final String type;
    private final String path;
    private final Map<String, Object> raw;
    private final Intrinsics intrinsics;
    private final NoLocalEffect noEffect;
    private final Set<String> read = new HashSet<>();
    private final List<Properties> children = new ArrayList<>();

    /**
     * @param resource the logical id, for messages
     * @param type     the resource's type, the first part of a key of the table
     * @param path     where this mapping lies inside the resource: empty, or ending with a dot
     */
    Properties(String resource, String type, String path, Map<?, ?> raw, Intrinsics intrinsics, NoLocalEffect noEffect) {
        this.resource = resource;
        this.type = type;
        this.path = path;
        this.raw = new LinkedHashMap<>();
        raw.forEach((key, value) -> this.raw.put(String.valueOf(key), value));
        this.intrinsics = intrinsics;
        this.noEffect = noEffect;
    }

    Set<String> keys() {
        return raw.keySet();
    }

    Optional<Object> value(String key) {
        read.add(key);
        Object value = intrinsics.shallow(raw.get(key));
        return value == Intrinsics.NO_VALUE ? Optional.empty() : Optional.ofNullable(value);
    }

    /** The whole tree under a key, evaluated. */
    Optional<Object> tree(String key) {
        return value(key).map(intrinsics::deep);
    }

    Optional<String> text(String key) {
        return value(key).map(value -> switch (value) {
            case String s -> s;
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            case Object other -> throw refused(key, "a text is needed, not " + other);
        });
    }

    String required(String key) {
        return text(key).orElseThrow(() -> refused(key, "is missing"));
    }

    int number(String key, int otherwise) {
        return text(key).map(text -> {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw refused(key, "a whole number is needed, not " + text);
            }
        }).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A list of texts; a single text counts as a list of one. */
    List<String> texts(String key) {
        return tree(key).map(value -> value instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value))).orElse(List.of());
    }

    Optional<Properties> child(String key) {
        return value(key).map(value -> child(key + ".", key, value));
    }

    /** A mapping whose keys the author of the template chose. */
    Optional<Properties> childOfAnyName(String key) {
        return value(key).map(value -> child("*.", key, value));
    }

    /** The mapping under a key that adds nothing to the path: SAM's {@code {Type, Properties}} of an event. Empty when absent. */
    Properties inner(String key) {
        return child("", key, value(key).orElse(Map.of()));
    }

    List<Properties> children(String key) {
        Object value = value(key).orElse(List.of());
        if (!(value instanceof List<?> list)) {
            throw refused(key, "a list is needed");
        }
        return list.stream().map(intrinsics::shallow).filter(each -> each != Intrinsics.NO_VALUE)
                .map(each -> child(key + ".", key, each)).toList();
    }

    private Properties child(String step, String key, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(key, "a mapping is needed, not " + value);
        }
        Properties child = new Properties(resource, type, path + step, map, intrinsics, noEffect);
        children.add(child);
        return child;
    }

    /** Refuses what was neither read nor is listed as without effect, here and in every child. */
    void done() {
        for (String key : raw.keySet()) {
            if (!read.contains(key) && !noEffect.property(type + "." + path + key)) {
                throw refused(key, "is not understood by the local cloud");
            }
        }
        children.forEach(Properties::done);
    }

    TemplateError refused(String key, String why) {
        return new TemplateError(resource + " (" + type + "): property " + path + key + " " + why);
    }
}
