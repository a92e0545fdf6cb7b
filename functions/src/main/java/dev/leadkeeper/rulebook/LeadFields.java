package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A lead as conditions see it: its facts, and what scoring and the customer's history added. Each may be {@code null}
 * but the facts.
 *
 * @param form          the form's id
 * @param size          the customer's size class
 * @param customerOwner staff id of the returning customer's owner
 * @param interactions  earlier posts of this customer
 */
public record LeadFields(String form, Facts facts, String size, Integer score, String tier, Priority priority,
                         String customerOwner, Long interactions) implements Fields {
    /** Names of {@link Facts#field}. */
    static final List<String> OF_FACTS = List.of("name", "phone", "email", "company", "uscc", "industry", "region",
            "country", "subject", "budget", "sourceChannel", "needBy", "decisionRole", "note");
    /** What a criterion of the scorecard may ask beyond the facts. */
    static final List<String> WHEN_SCORING = List.of("form", "size", "priority", "interactions");
    /** What a rule may ask beyond the facts. */
    static final List<String> WHEN_ASSIGNING = List.of("form", "size", "score", "tier", "priority", "customer.owner");
    /** Begins the name of a field that the form's mapping does not know. */
    static final String UNMAPPED = "unmapped.";
    /** Fields that hold numbers. */
    static final Set<String> NUMBERS = Set.of("budget", "score", "interactions");

    /** The facts and these names, as one list. */
    static List<String> known(List<String> beyond) {
        var all = new ArrayList<>(OF_FACTS);
        all.addAll(beyond);
        return List.copyOf(all);
    }

    @Override
    public Object value(String field) {
        return switch (field) {
            case "form" -> form;
            case "size" -> size;
            case "score" -> score;
            case "tier" -> tier;
            case "priority" -> priority == null ? null : priority.word();
            case "customer.owner" -> customerOwner;
            case "interactions" -> interactions;
            case "region" -> facts.region();
            default -> facts.field(field).orElse(null);
        };
    }
}
