package dev.leadkeeper.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds values against the schemas of {@code openapi.yaml}, as much of JSON Schema as stands there. */
final class Schemas {
    private final Map<String, Object> document;

    Schemas(Map<String, Object> document) {
        this.document = document;
    }

    /** What is wrong with a value, each with its place. A field that no schema names is wrong. */
    List<String> problems(Object value, Object schema) {
        var problems = new ArrayList<String>();
        check("", value, resolved(schema), problems);
        return problems;
    }

    /** The schema that a reference names. */
    Map<String, Object> resolved(Object schema) {
        var map = map(schema);
        if (map.get("$ref") instanceof String ref) {
            Object at = document;
            for (var step : ref.substring(2).split("/")) {
                at = map(at).get(step);
                if (at == null) {
                    throw new AssertionError("nothing at " + ref);
                }
            }
            return resolved(at);
        }
        if (map.get("allOf") instanceof List<?> parts) {
            var properties = new TreeMap<String, Object>();
            var required = new TreeSet<Object>();
            for (var part : parts) {
                properties.putAll(map(resolved(part).get("properties")));
                required.addAll((List<?>) resolved(part).get("required"));
            }
            return Map.of("type", "object", "properties", properties, "required", List.copyOf(required));
        }
        return map;
    }

    private void check(String place, Object value, Map<String, Object> schema, List<String> problems) {
        if (schema.get("anyOf") instanceof List<?> choices) {
            if (choices.stream().noneMatch(choice -> problems(value, choice).isEmpty())) {
                problems.add(place + " is none of what it may be");
            }
            return;
        }
        var types = schema.get("type") instanceof List<?> list ? list : schema.containsKey("type") ? List.of(schema.get("type")) : List.of();
        if (!types.isEmpty() && !types.contains(type(value))) {
            problems.add(place + " is " + type(value) + ", not " + types);
            return;
        }
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            problems.add(place + " is none of " + words);
        }
        if (value instanceof Map<?, ?> fields) {
            object(place, map(fields), schema, problems);
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(place + "[" + i + "]", list.get(i), resolved(schema.get("items")), problems);
            }
        }
    }

    private void object(String place, Map<String, Object> fields, Map<String, Object> schema, List<String> problems) {
        var properties = map(schema.getOrDefault("properties", Map.of()));
        if (schema.get("required") instanceof List<?> required) {
            required.stream().filter(name -> !fields.containsKey(name)).forEach(name -> problems.add(place + "." + name + " is missing"));
        }
        fields.forEach((name, value) -> {
            var inner = properties.containsKey(name) ? properties.get(name) : schema.get("additionalProperties");
            if (inner == null) {
                problems.add(place + "." + name + " is in no schema");
            } else if (inner instanceof Map<?, ?>) {
                check(place + "." + name, value, resolved(inner), problems);
            }
        });
    }

    private static String type(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean flag -> "boolean";
            case Long number -> "integer";
            case Integer number -> "integer";
            case Number number -> "number";
            case List<?> list -> "array";
            case Map<?, ?> map -> "object";
            default -> throw new AssertionError(value.getClass());
        };
    }

    @SuppressWarnings("unchecked") // keys of YAML documents here are text
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
