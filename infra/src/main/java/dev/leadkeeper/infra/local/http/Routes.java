package dev.leadkeeper.infra.local.http;

import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request: the most specific path wins (fixed segment before {@code {parameter}} before
 * {@code {proxy+}} before {@code $default}), then a method before ANY.
 */
final class Routes {
    /** @param key as in the event: {@code POST /forms/{form}} */
    record Target(String key, Route route, String function) {
        static Target of(Template.Function function, Route route) {
            String key = route.path().equals("$default") ? "$default" : route.method() + " " + route.path();
            return new Target(key, route, function.name());
        }
    }

    /** @param parameters decoded values by name */
    record Match(Target target, Map<String, String> parameters) {}

    private final List<Target> targets;

    Routes(List<Template.Function> functions) {
        targets = new ArrayList<>();
        functions.forEach(function -> function.sources().forEach(source -> {
            if (source instanceof Route route) {
                targets.add(Target.of(function, route));
            }
        }));
        targets.sort(Comparator.comparing((Target each) -> rank(each.route().path())).thenComparing(each -> each.route().method().equals("ANY")));
    }

    Optional<Match> find(String method, String rawPath) {
        for (Target target : targets) {
            if (target.route().method().equals("ANY") || target.route().method().equals(method)) {
                Optional<Map<String, String>> parameters = match(target.route().path(), rawPath);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(target, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Sorts fixed segments first, position by position. */
    private static String rank(String path) {
        if (path.equals("$default")) {
            return "9";
        }
        StringBuilder rank = new StringBuilder();
        for (String segment : path.split("/")) {
            rank.append(segment.endsWith("+}") ? '3' : segment.startsWith("{") ? '2' : '1');
        }
        return rank.toString();
    }

    private static Optional<Map<String, String>> match(String pattern, String rawPath) {
        if (pattern.equals("$default")) {
            return Optional.of(Map.of());
        }
        String[] wanted = pattern.split("/");
        String[] given = rawPath.split("/", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (i >= given.length) {
                return Optional.empty();
            }
            String segment = wanted[i];
            if (segment.endsWith("+}")) {
                parameters.put(segment.substring(1, segment.length() - 2),
                        decoded(String.join("/", List.of(given).subList(i, given.length))));
                return Optional.of(parameters);
            }
            if (segment.startsWith("{")) {
                if (given[i].isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 1), decoded(given[i]));
            } else if (!segment.equals(given[i])) {
                return Optional.empty();
            }
        }
        return wanted.length == given.length ? Optional.of(parameters) : Optional.empty();
    }

    /** A plus sign is itself in a path. */
    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }
}
