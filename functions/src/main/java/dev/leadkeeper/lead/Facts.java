package dev.leadkeeper.lead;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a form said about a lead, normalised. Each component but {@code contact} and {@code unmapped} may be {@code null}.
 * Personal data: lives in the erasable details, never in the timeline or a log.
 *
 * @param company       name as typed, width and blanks unified
 * @param uscc          unified social credit code with a right check digit
 * @param industry      the industry's word, such as {@code 骨科器械}
 * @param region        the deepest known place
 * @param subject       what they ask about, such as {@code 雅思} or a product
 * @param budget        yuan
 * @param sourceChannel where the lead came from, such as {@code 展会扫码}
 * @param needBy        when they need it, free text such as {@code 本月}
 * @param decisionRole  the person's part in the decision, free text such as {@code 决策人}
 * @param note          anything else they wrote
 * @param unmapped      fields that the mapping does not know, by the sender's own name; text, or lists and maps of text
 */
public record Facts(Contact contact, String company, String uscc, String industry, Region region, String subject,
                    Long budget, String sourceChannel, String needBy, String decisionRole, String note,
                    Map<String, Object> unmapped) {
    public Facts {
        contact = contact == null ? Contact.NONE : contact;
        unmapped = Map.copyOf(new TreeMap<>(unmapped));
    }

    /** Nothing known. */
    public static final Facts NONE =
            new Facts(Contact.NONE, null, null, null, null, null, null, null, null, null, null, Map.of());

    /**
     * The value of a field by its name in the API: {@code name phone email company uscc industry region country subject
     * budget sourceChannel needBy decisionRole note}; any other name, or one after {@code unmapped.}, is looked up in
     * {@link #unmapped}. {@code region} is the deepest code, or the text as typed where no code is known; {@code country}
     * is the ISO code of the region's country.
     */
    public Optional<Object> field(String field) {
        return Optional.ofNullable(switch (field) {
            case "name" -> contact.name();
            case "phone" -> contact.phone();
            case "email" -> contact.email();
            case "company" -> company;
            case "uscc" -> uscc;
            case "industry" -> industry;
            case "region" -> region == null ? null : region.code() == null ? region.name() : region.code();
            case "country" -> region == null || region.path().size() < 2 ? null : region.path().get(1);
            case "subject" -> subject;
            case "budget" -> budget;
            case "sourceChannel" -> sourceChannel;
            case "needBy" -> needBy;
            case "decisionRole" -> decisionRole;
            case "note" -> note;
            default -> unmapped.get(field.startsWith("unmapped.") ? field.substring("unmapped.".length()) : field);
        });
    }
}
