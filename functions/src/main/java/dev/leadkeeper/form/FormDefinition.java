package dev.leadkeeper.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One form: whose posts it takes and what they mean. Made by {@link FormReader} from a document whose keys are described in
 * {@code infra/seed/forms/README.md}.
 *
 * @param id           stands in the endpoint's path and in every lead of the form
 * @param title        for people
 * @param enabled      a form that is not takes no posts
 * @param verification schemes of which one must hold; never empty
 * @param handshake    or {@code null}
 * @param body         how to decode
 * @param leads        where the leads are in the document: one node or a list of them
 * @param key          parts of the delivery key in a lead's node
 * @param keyHeader    header that names the delivery of a post with one lead, if {@code key} is empty or any part of it
 *                     missing; {@code null} if there is none. Without either a hash of the node is the key
 * @param updatedAt    or {@code null}
 * @param answers      where a lead's answers are in its node
 * @param commonNames  whether {@link CommonNames} may be used
 * @param fields       what is special about fields of the lead
 * @param types        the vendor's kinds of question that mean a field
 * @param recognised   fields that may be recognised by how a value looks
 * @param ignored      fields that are noise: neither kept on the lead nor drift
 * @param extras       fields that are kept on the lead and are no drift
 * @param changing     fields, as dotted paths in a lead's node, that differ each time the same thing is delivered
 * @param test         conditions that mark the vendor's test pushes
 * @param country      ISO 3166-1 alpha-2 of the country that people are in who name none, or {@code null}
 * @param perMinute    leads per minute beyond which messages are delayed, or {@code null} for no limit
 * @param mentioned    names of fields that the paths of this definition mention
 */
public record FormDefinition(String id, String title, boolean enabled, List<Verification> verification, Handshake handshake,
                             BodyRule body, Path leads, List<Path> key, String keyHeader, UpdateTime updatedAt, List<AnswerRule> answers,
                             boolean commonNames, Map<LeadField, FieldRule> fields, Map<LeadField, List<String>> types,
                             Set<LeadField> recognised, List<NamePattern> ignored, List<NamePattern> extras,
                             List<NamePattern> changing, List<Path> test, String country, Integer perMinute,
                             Set<String> mentioned) implements FormRead {
    public FormDefinition {
        verification = List.copyOf(verification);
        key = List.copyOf(key);
        answers = List.copyOf(answers);
        fields = Map.copyOf(fields);
        types = Map.copyOf(types);
        recognised = Set.copyOf(recognised);
        ignored = List.copyOf(ignored);
        extras = List.copyOf(extras);
        changing = List.copyOf(changing);
        test = List.copyOf(test);
        mentioned = Set.copyOf(mentioned);
    }

    /** Name of the form's secret. */
    public String secret() {
        return "forms/" + id;
    }

    FieldRule rule(LeadField field) {
        return fields.getOrDefault(field, FieldRule.NONE);
    }

    List<String> types(LeadField field) {
        return types.getOrDefault(field, List.of());
    }

    /** Whether the answer is noise. */
    boolean ignores(Answer answer) {
        return matches(ignored, answer);
    }

    /** Whether the answer is no surprise, though it became no field of the lead. */
    boolean knows(Answer answer) {
        return matches(extras, answer)
                || answer.names().stream().anyMatch(mentioned::contains)
                || fields.values().stream().anyMatch(rule -> answer.names().stream().anyMatch(rule.names()::contains))
                || commonNames && CommonNames.shipped().knows(answer.plain());
    }

    private static boolean matches(List<NamePattern> patterns, Answer answer) {
        return patterns.stream().anyMatch(pattern -> answer.names().stream().anyMatch(pattern::matches));
    }
}
