package dev.leadkeeper.infra.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A SAM template as it is written: nothing is evaluated, {@code !Ref X} reads as {@code {Ref: X}} and
 * {@code !GetAtt X.Arn} as {@code {GetAtt: X.Arn}}, because the rules are about what people write.
 */
record SamTemplate(Map<?, ?> tree) {

    static SamTemplate parse(String yaml) {
        return new SamTemplate(new Yaml(new Tags(new LoaderOptions())).load(yaml));
    }

    /** One resource. {@code properties} is empty where there are none. */
    record Resource(String id, String type, Map<?, ?> body, Map<?, ?> properties) {
        Object at(String... path) {
            return find(properties, path);
        }
    }

    List<Resource> resources() {
        return section("Resources").entrySet().stream().map(entry -> {
            Map<?, ?> body = (Map<?, ?>) entry.getValue();
            return new Resource(entry.getKey(), String.valueOf(body.get("Type")), body,
                    body.get("Properties") instanceof Map<?, ?> properties ? properties : Map.of());
        }).toList();
    }

    List<Resource> resources(String type) {
        return resources().stream().filter(each -> each.type().equals(type)).toList();
    }

    List<Resource> functions() {
        return resources("AWS::Serverless::Function");
    }

    /** The events of a function, by name. */
    static Map<String, Map<?, ?>> events(Resource function, String type) {
        Map<String, Map<?, ?>> out = new LinkedHashMap<>();
        if (function.at("Events") instanceof Map<?, ?> events) {
            events.forEach((name, event) -> {
                if (event instanceof Map<?, ?> map && type.equals(map.get("Type"))) {
                    out.put(String.valueOf(name), map.get("Properties") instanceof Map<?, ?> properties ? properties : Map.of());
                }
            });
        }
        return out;
    }

    /** A statement of a policy and the resource in which it stands. */
    record Statement(Resource holder, Map<?, ?> body) {
        boolean allows() {
            return "Allow".equals(body.get("Effect"));
        }

        List<Object> actions() {
            return listed(body.get("Action"));
        }

        List<Object> resources() {
            return listed(body.get("Resource"));
        }

        @Override
        public String toString() {
            return holder.id() + ", statement " + body.get("Sid");
        }
    }

    /** All statements of policies of roles, queues, buckets, topics and keys; of {@code !If} the first branch. */
    List<Statement> statements() {
        return resources().stream().flatMap(resource -> policies(resource)
                .flatMap(policy -> listed(find(policy, "Statement")).stream())
                .map(each -> find(each, "If") instanceof List<?> choice ? choice.get(1) : each)
                .filter(Map.class::isInstance)
                .map(each -> new Statement(resource, (Map<?, ?>) each))).toList();
    }

    /** Statements that say what functions may do. */
    List<Statement> grants() {
        return statements().stream().filter(each -> each.holder().type().equals("AWS::IAM::Role")).toList();
    }

    private static Stream<Object> policies(Resource resource) {
        return Stream.concat(Stream.of("PolicyDocument", "KeyPolicy").map(resource::at).filter(each -> each != null),
                listed(resource.at("Policies")).stream().map(each -> find(each, "PolicyDocument")).filter(each -> each != null));
    }

    Map<String, Object> section(String name) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (tree.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> out.put(String.valueOf(key), value));
        }
        return out;
    }

    /** The value at a path of keys, {@code null} where there is none. */
    static Object find(Object value, String... path) {
        Object found = value;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    /** A list as it is, one value as a list of it, nothing as an empty list. */
    static List<Object> listed(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> new ArrayList<>(list);
            case Object one -> List.of(one);
        };
    }

    /** The resource that {@code !Ref} or {@code !GetAtt} names, {@code ""} for anything else. */
    static String named(Object value) {
        if (find(value, "Ref") instanceof String name) {
            return name;
        }
        return find(value, "GetAtt") instanceof String path ? path.substring(0, path.indexOf('.')) : "";
    }

    /** Every text anywhere below a value, with the path to it. */
    static Map<String, String> texts(String path, Object value) {
        Map<String, String> out = new LinkedHashMap<>();
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> out.putAll(texts(path + "." + key, inner)));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    out.putAll(texts(path + "[" + i + "]", list.get(i)));
                }
            }
            case null -> { }
            case Object scalar -> out.put(path, scalar.toString());
        }
        return out;
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    Object argument = switch (node) {
                        case ScalarNode scalar -> constructScalar(scalar);
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        case Node other -> throw new IllegalArgumentException("unexpected YAML" + other.getStartMark());
                    };
                    return Map.of(node.getTag().getValue().substring(1), argument);
                }
            });
        }
    }
}
