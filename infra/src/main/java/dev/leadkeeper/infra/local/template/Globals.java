package dev.leadkeeper.infra.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SAM's Globals: what all resources of a type share. A resource's own scalar wins, mappings are merged, lists are
 * joined with the global entries first
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html).
 */
final class Globals {
    private static final Map<String, String> TYPES = Map.of("Function", "AWS::Serverless::Function",
            "HttpApi", "AWS::Serverless::HttpApi");

    private final Map<String, Map<?, ?>> byType = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    Globals(Map<String, Object> section, Intrinsics intrinsics) {
        section.forEach((name, body) -> {
            if (!TYPES.containsKey(name)) {
                throw new TemplateError("Globals." + name + " is not understood by the local cloud");
            }
            byType.put(TYPES.get(name), (Map<?, ?>) body);
        });
        Object function = section.getOrDefault("Function", Map.of());
        variables(function).forEach((name, value) -> {
            Object resolved = intrinsics.deep(value);
            if (resolved != Intrinsics.NO_VALUE) {
                environment.put(String.valueOf(name), String.valueOf(resolved));
            }
        });
    }

    /** The variables that every function gets. */
    Map<String, String> environment() {
        return environment;
    }

    /** A resource's properties over those of its type. */
    Map<?, ?> merged(String id, String type, Map<?, ?> own) {
        Map<?, ?> shared = byType.getOrDefault(type, Map.of());
        if (type.equals("AWS::Serverless::Function")) {
            Set<?> custom = variables(own).keySet();
            if (!custom.isEmpty()) {
                throw new TemplateError(id + " sets environment variable " + custom.iterator().next()
                        + " of its own; all functions share one process locally, so variables stand in Globals only"
                        + " (the function's name comes from the Context)");
            }
        }
        Map<Object, Object> merged = merge(shared, own);
        merged.remove("Environment");
        return merged;
    }

    private static Map<Object, Object> merge(Map<?, ?> shared, Map<?, ?> own) {
        Map<Object, Object> out = new LinkedHashMap<>(shared);
        own.forEach((key, value) -> out.merge(key, value, (global, mine) -> {
            if (global instanceof Map<?, ?> left && mine instanceof Map<?, ?> right) {
                return merge(left, right);
            }
            if (global instanceof List<?> left && mine instanceof List<?> right) {
                List<Object> joined = new ArrayList<>(left);
                joined.addAll(right);
                return joined;
            }
            return mine;
        }));
        return out;
    }

    private static Map<?, ?> variables(Object function) {
        return function instanceof Map<?, ?> map && map.get("Environment") instanceof Map<?, ?> environment
                && environment.get("Variables") instanceof Map<?, ?> variables ? variables : Map.of();
    }
}
