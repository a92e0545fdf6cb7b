package dev.leadkeeper.infra.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's short tags, which become their long forms: {@code !Ref X} is read as {@code {Ref: X}}. */
final class CloudFormationYaml {
    /** Written without the {@code Fn::} prefix in the long form. */
    private static final Set<String> PLAIN = Set.of("Ref", "Condition");

    private CloudFormationYaml() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var text = Files.newBufferedReader(file)) {
            Object tree = new Yaml(new Tags(options)).load(text);
            if (tree instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
            throw new TemplateError(file + " is not a CloudFormation template: its top level is not a mapping");
        } catch (YAMLException e) {
            throw new TemplateError(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new TemplateError("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return longForm(node.getTag().getValue().substring(1), node);
                }
            });
        }

        private Map<String, Object> longForm(String tag, Node node) {
            Object argument = switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                case Node other -> throw new TemplateError("unexpected YAML under !" + tag + other.getStartMark());
            };
            if (tag.equals("GetAtt") && argument instanceof String dotted) {
                int dot = dotted.indexOf('.');
                if (dot < 0) {
                    throw new TemplateError("!GetAtt " + dotted + " names no attribute" + node.getStartMark());
                }
                argument = List.of(dotted.substring(0, dot), dotted.substring(dot + 1));
            }
            return Map.of(PLAIN.contains(tag) ? tag : "Fn::" + tag, argument);
        }
    }
}
