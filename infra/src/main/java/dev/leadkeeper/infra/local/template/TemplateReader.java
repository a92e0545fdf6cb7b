package dev.leadkeeper.infra.local.template;

import dev.leadkeeper.infra.local.template.Template.Bucket;
import dev.leadkeeper.infra.local.template.Template.Function;
import dev.leadkeeper.infra.local.template.Template.Queue;
import dev.leadkeeper.infra.local.template.Template.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a SAM template into a {@link Template}: evaluates conditions and intrinsics, merges Globals, names what it cannot do. */
public final class TemplateReader {
    private static final Set<String> SECTIONS = Set.of("AWSTemplateFormatVersion", "Transform", "Description", "Metadata",
            "Parameters", "Mappings", "Conditions", "Globals", "Resources", "Outputs", "Rules");
    /** What may stand beside Type and Properties; none of it changes what the resource is. */
    private static final Set<String> BESIDE = Set.of("Type", "Properties", "Condition", "DependsOn", "Metadata",
            "DeletionPolicy", "UpdateReplacePolicy");

    private final Place place;
    private final Map<String, String> overrides;

    /** @param overrides values of parameters that differ from their defaults */
    public TemplateReader(Place place, Map<String, String> overrides) {
        this.place = place;
        this.overrides = overrides;
    }

    /** @throws TemplateError naming resource and property when something is not understood */
    public Template read(Path file) {
        Map<String, Object> tree = CloudFormationYaml.read(file);
        tree.keySet().stream().filter(section -> !SECTIONS.contains(section)).findFirst().ifPresent(section -> {
            throw new TemplateError("section " + section + " is not understood by the local cloud");
        });
        Map<String, Object> resources = section(tree, "Resources");
        ResourceNames names = new ResourceNames(place, resources);
        Intrinsics intrinsics = new Intrinsics(Parameters.values(section(tree, "Parameters"), overrides, place),
                section(tree, "Mappings"), section(tree, "Conditions"), names);
        names.use(intrinsics);
        NoLocalEffect noEffect = new NoLocalEffect();
        Globals globals = new Globals(section(tree, "Globals"), intrinsics);

        List<Function> functions = new ArrayList<>();
        List<Queue> queues = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Bucket> buckets = new ArrayList<>();
        Map<String, HttpApiReader.Api> apis = new LinkedHashMap<>();
        Map<String, Properties> functionProperties = new LinkedHashMap<>();
        BucketReader bucketReader = new BucketReader(names);

        resources.forEach((id, body) -> {
            Map<?, ?> resource = mapping(id, body);
            resource.keySet().stream().filter(key -> !BESIDE.contains(String.valueOf(key))).findFirst().ifPresent(key -> {
                throw new TemplateError(id + ": " + key + " is not understood by the local cloud");
            });
            if (resource.get("Condition") instanceof String condition && !intrinsics.condition(condition)) {
                return;
            }
            String type = String.valueOf(resource.get("Type"));
            if (noEffect.type(type)) {
                return;
            }
            Map<?, ?> own = resource.get("Properties") instanceof Map<?, ?> map ? map : Map.of();
            Properties properties = new Properties(id, type, "", globals.merged(id, type, own), intrinsics, noEffect);
            switch (type) {
                case "AWS::Serverless::Function" -> functionProperties.put(id, properties);
                case "AWS::Serverless::HttpApi" -> apis.put(id, HttpApiReader.read(properties));
                case "AWS::SQS::Queue" -> queues.add(QueueReader.read(id, names, properties));
                case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(id, names, properties));
                case "AWS::S3::Bucket" -> buckets.add(bucketReader.read(id, properties));
                default -> throw new TemplateError(id + ": resource type " + type + " is not understood by the local cloud");
            }
        });
        if (!apis.containsKey(HttpApiReader.IMPLICIT)) {
            apis.put(HttpApiReader.IMPLICIT, HttpApiReader.read(new Properties(HttpApiReader.IMPLICIT, "AWS::Serverless::HttpApi",
                    "", globals.merged(HttpApiReader.IMPLICIT, "AWS::Serverless::HttpApi", Map.of()), intrinsics, noEffect)));
        }
        FunctionReader functionReader = new FunctionReader(names, apis, bucketReader);
        functionProperties.forEach((id, properties) -> functions.add(functionReader.read(id, properties)));
        return new Template(functions, queues, tables, bucketReader.withSamEvents(buckets), globals.environment(), noEffect);
    }

    private static Map<String, Object> section(Map<String, Object> tree, String name) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (tree.get(name) != null) {
            mapping(name, tree.get(name)).forEach((key, value) -> section.put(String.valueOf(key), value));
        }
        return section;
    }

    private static Map<?, ?> mapping(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateError(name + " is not a mapping");
    }
}
