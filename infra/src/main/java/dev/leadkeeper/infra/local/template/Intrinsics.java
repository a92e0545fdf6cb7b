package dev.leadkeeper.infra.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates CloudFormation's intrinsic functions and conditions; an unknown one is an error that names it. */
final class Intrinsics {
    /** What {@code AWS::NoValue} becomes: the property is as good as not written. */
    static final Object NO_VALUE = new Object();

    /** {@code ${Name}}, {@code ${Name.Attribute}} and the escaped {@code ${!Literal}} inside {@code Fn::Sub}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    /** The values that resources have once they exist. */
    interface Attributes {
        /** What {@code Ref} gives, or null when there is no such resource. */
        Object ref(String logicalId);

        /** What {@code Fn::GetAtt} gives, or null when there is no such resource. */
        Object attribute(String logicalId, String name);
    }

    private final Map<String, Object> parameters;
    private final Map<String, Object> mappings;
    private final Map<String, Object> conditions;
    private final Attributes resources;

    Intrinsics(Map<String, Object> parameters, Map<String, Object> mappings, Map<String, Object> conditions, Attributes resources) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
        this.resources = resources;
    }

    /** Evaluates one level: an intrinsic becomes its value, anything else stays as it is, unread. */
    Object shallow(Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 1 || !(map.keySet().iterator().next() instanceof String name)) {
            return value;
        }
        Object argument = map.get(name);
        return switch (name) {
            case "Ref" -> ref((String) argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::If" -> {
                List<?> parts = list(argument, name, 3);
                yield shallow(condition((String) parts.get(0)) ? parts.get(1) : parts.get(2));
            }
            case "Fn::Join" -> {
                List<?> parts = list(argument, name, 2);
                yield String.join(text(parts.get(0)), texts(parts.get(1)));
            }
            case "Fn::Split" -> {
                List<?> parts = list(argument, name, 2);
                yield List.of(text(parts.get(1)).split(Pattern.quote(text(parts.get(0))), -1));
            }
            case "Fn::Select" -> {
                List<?> parts = list(argument, name, 2);
                yield shallow(((List<?>) shallow(parts.get(1))).get(Integer.parseInt(text(parts.get(0)))));
            }
            case "Fn::FindInMap" -> findInMap(list(argument, name, 3));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition" -> holds(value);
            case String other when other.startsWith("Fn::") ->
                throw new TemplateError(other + " is not understood by the local cloud");
            case String _ -> value;
        };
    }

    /** Evaluates all levels; keys whose value is {@code AWS::NoValue} disappear. */
    Object deep(Object value) {
        return switch (shallow(value)) {
            case Map<?, ?> map -> {
                Map<String, Object> out = new LinkedHashMap<>();
                map.forEach((key, inner) -> {
                    Object resolved = deep(inner);
                    if (resolved != NO_VALUE) {
                        out.put(String.valueOf(key), resolved);
                    }
                });
                yield out;
            }
            case List<?> list -> list.stream().map(this::deep).filter(each -> each != NO_VALUE).toList();
            case null -> null;
            case Object scalar -> scalar;
        };
    }

    /** True when the named condition of the template holds. */
    boolean condition(String name) {
        Object body = conditions.get(name);
        if (body == null) {
            throw new TemplateError("condition " + name + " is not defined");
        }
        return holds(body);
    }

    private boolean holds(Object value) {
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            String name = String.valueOf(map.keySet().iterator().next());
            Object argument = map.get(name);
            return switch (name) {
                case "Condition" -> condition((String) argument);
                case "Fn::Equals" -> {
                    List<?> parts = list(argument, name, 2);
                    yield text(parts.get(0)).equals(text(parts.get(1)));
                }
                case "Fn::Not" -> !holds(list(argument, name, 1).get(0));
                case "Fn::And" -> ((List<?>) argument).stream().allMatch(this::holds);
                case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(this::holds);
                case String other -> throw new TemplateError(other + " is not understood in a condition");
            };
        }
        throw new TemplateError("not a condition: " + value);
    }

    private Object ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        Object value = parameters.get(name);
        if (value == null) {
            value = resources.ref(name);
        }
        if (value == null) {
            throw new TemplateError("Ref " + name + ": no parameter, pseudo parameter or resource of that name");
        }
        return value;
    }

    private Object getAtt(Object argument) {
        List<String> path = argument instanceof String dotted ? List.of(dotted.split("\\.", 2)) : texts(argument);
        String attribute = String.join(".", path.subList(1, path.size()));
        Object value = resources.attribute(path.getFirst(), attribute);
        if (value == null) {
            throw new TemplateError("GetAtt " + path.getFirst() + "." + attribute + ": no such resource or attribute");
        }
        return value;
    }

    private String sub(Object argument) {
        String template = argument instanceof List<?> parts ? (String) parts.get(0) : (String) argument;
        Map<?, ?> own = argument instanceof List<?> parts ? (Map<?, ?>) parts.get(1) : Map.of();
        Matcher matcher = VARIABLE.matcher(template);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2).strip();
            String value;
            if (!matcher.group(1).isEmpty()) {
                value = "${" + name + "}";
            } else if (own.containsKey(name)) {
                value = text(own.get(name));
            } else if (name.contains(".")) {
                value = text(getAtt(name));
            } else {
                value = text(ref(name));
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    private Object findInMap(List<?> path) {
        Object found = mappings;
        List<String> keys = new ArrayList<>();
        for (Object step : path) {
            keys.add(text(step));
            found = found instanceof Map<?, ?> map ? map.get(keys.getLast()) : null;
        }
        if (found == null) {
            throw new TemplateError("FindInMap " + String.join(".", keys) + ": nothing there");
        }
        return found;
    }

    private String text(Object value) {
        return switch (shallow(value)) {
            case String s -> s;
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            case null -> throw new TemplateError("an empty value where a text is needed");
            case Object other -> throw new TemplateError("a text is needed, not " + other);
        };
    }

    private List<String> texts(Object value) {
        if (shallow(value) instanceof List<?> list) {
            return list.stream().map(this::text).toList();
        }
        throw new TemplateError("a list is needed, not " + value);
    }

    private static List<?> list(Object argument, String function, int size) {
        if (argument instanceof List<?> list && list.size() == size) {
            return list;
        }
        throw new TemplateError(function + " takes a list of " + size + ", not " + argument);
    }
}
