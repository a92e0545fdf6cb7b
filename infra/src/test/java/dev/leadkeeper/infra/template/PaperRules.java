package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.listed;
import static dev.leadkeeper.infra.template.SamTemplate.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The template as something that people read. */
final class PaperRules {
    private static final List<String> ORDER = List.of("AWSTemplateFormatVersion", "Transform", "Description", "Metadata",
            "Parameters", "Rules", "Conditions", "Globals", "Resources", "Outputs");

    private PaperRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("sections-in-order", "Keep the sections in the order " + ORDER, PaperRules::sectionsInOrder),
                new Rule("parameters-documented", "Give the parameter a Description and a place in ParameterGroups",
                        PaperRules::parametersDocumented),
                new Rule("outputs-documented", "Give the output a Description", PaperRules::outputsDocumented),
                new Rule("partition-in-arns", "Write arn:${AWS::Partition}: so that the stack works in China too",
                        PaperRules::partitionInArns),
                new Rule("host-names-by-suffix", "Write ${AWS::URLSuffix} instead of amazonaws.com, which differs in China",
                        PaperRules::hostNamesBySuffix));
    }

    private static List<String> sectionsInOrder(SamTemplate template) {
        List<String> written = template.tree().keySet().stream().map(String::valueOf).toList();
        List<String> wanted = ORDER.stream().filter(written::contains).toList();
        return written.equals(wanted) ? List.of() : List.of("the sections stand as " + written);
    }

    private static List<String> parametersDocumented(SamTemplate template) {
        Set<Object> grouped = listed(find(template.tree(), "Metadata", "AWS::CloudFormation::Interface", "ParameterGroups"))
                .stream().flatMap(group -> listed(find(group, "Parameters")).stream()).collect(Collectors.toSet());
        return template.section("Parameters").entrySet().stream().flatMap(parameter -> {
            List<String> missing = new ArrayList<>();
            if (!(find(parameter.getValue(), "Description") instanceof String text) || text.isBlank()) {
                missing.add(parameter.getKey() + " has no Description");
            }
            if (!grouped.contains(parameter.getKey())) {
                missing.add(parameter.getKey() + " stands in no group of the console's form");
            }
            return missing.stream();
        }).toList();
    }

    private static List<String> outputsDocumented(SamTemplate template) {
        return template.section("Outputs").entrySet().stream()
                .filter(output -> !(find(output.getValue(), "Description") instanceof String))
                .map(output -> output.getKey() + " has no Description").toList();
    }

    private static List<String> partitionInArns(SamTemplate template) {
        return everything(template).filter(each -> each.contains(" arn:") && !each.contains(" arn:${AWS::Partition}:")).toList();
    }

    private static List<String> hostNamesBySuffix(SamTemplate template) {
        // Principals of services end in amazonaws.com in every partition.
        return everything(template).filter(each -> each.contains("amazonaws.com") && !each.contains("Principal.Service")).toList();
    }

    /** Each text of the resources as {@code path text}. */
    private static Stream<String> everything(SamTemplate template) {
        return template.section("Resources").entrySet().stream()
                .flatMap(each -> texts(each.getKey(), each.getValue()).entrySet().stream())
                .map(each -> each.getKey() + " " + each.getValue());
    }
}
