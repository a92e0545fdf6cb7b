package dev.leadkeeper.workbench;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Region;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.normalise.Regions;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Mask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lead as the API shows it: the part that one item and its facts tell, without decision and history. */
final class LeadSheet {
    private LeadSheet() {}

    /**
     * @param facts  empty ones where the person was erased
     * @param score  what to show of the score, or {@code null}
     * @param masked whether personal data is masked
     * @param now    decides how it stands with its deadlines
     */
    static Sheet of(Lead lead, Facts facts, Map<String, Object> score, boolean masked, Instant now) {
        var contact = masked ? Mask.contact(facts.contact()) : facts.contact();
        return new Sheet()
                .put("id", lead.id())
                .put("state", lead.state().word())
                .put("form", lead.form())
                .put("contact", contact(contact))
                .put("company", words(facts.company(), masked))
                .put("uscc", facts.uscc())
                .put("industry", words(facts.industry(), masked))
                .put("region", facts.region() == null ? null : region(facts.region(), masked))
                .put("subject", words(facts.subject(), masked))
                .put("budget", facts.budget())
                .put("sourceChannel", words(facts.sourceChannel(), masked))
                .put("needBy", words(facts.needBy(), masked))
                .put("decisionRole", words(facts.decisionRole(), masked))
                .put("note", masked ? Mask.text(facts.note()) : facts.note())
                .put("priority", lead.priority().word())
                .put("unmapped", masked ? Mask.values(facts.unmapped()) : facts.unmapped())
                .put("score", score)
                .put("tier", lead.tier())
                .put("rulebookVersion", lead.rulebook())
                .put("customer", lead.customer())
                .put("owner", lead.owner())
                .put("pool", lead.pool())
                .put("reason", lead.reason())
                .put("createdAt", lead.createdAt())
                .put("assignedAt", lead.assignedAt())
                .put("contacted", lead.contacted())
                .put("contactedAt", lead.contactedAt())
                .put("stage", lead.stage())
                .put("outcome", lead.outcome())
                .put("deadlines", DeadlineSheet.of(lead, now))
                .put("trace", lead.trace());
    }

    /** These leads with of their scores the total only, as lists show them; their facts are read in one go. */
    static List<Map<String, Object>> all(List<Lead> leads, Details details, boolean masked, Instant now) {
        var facts = leads.isEmpty() ? List.<Optional<Facts>>of()
                : details.facts(leads.stream().map(lead -> Details.key(lead.id(), lead.details())).toList());
        var sheets = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < leads.size(); i++) {
            var lead = leads.get(i);
            var score = lead.score() == null ? null : new Sheet().put("total", lead.score()).done();
            sheets.add(of(lead, facts.get(i).orElse(Facts.NONE), score, masked, now).done());
        }
        return sheets;
    }

    private static Map<String, Object> contact(Contact contact) {
        return new Sheet().put("name", contact.name()).put("phone", contact.phone()).put("email", contact.email()).done();
    }

    private static String words(String text, boolean masked) {
        return masked ? Mask.words(text) : text;
    }

    /** Where only the country is certain its name is followed by what was typed, which may be somebody's whole address. */
    private static Map<String, Object> region(Region region, boolean masked) {
        var name = !masked ? region.name() : region.code() == null ? Mask.text(region.name())
                : Regions.find(List.of(region.code()), null).name();
        return new Sheet().put("code", region.code()).put("name", name).done();
    }
}
