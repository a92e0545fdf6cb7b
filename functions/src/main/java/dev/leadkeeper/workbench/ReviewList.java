package dev.leadkeeper.workbench;

import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.CredibilitySheet;
import dev.leadkeeper.people.FileReasons;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Mask;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** {@code GET /reviews}: records that are hard to believe and wait for a supervisor, oldest first. */
final class ReviewList {
    private final ReviewQueue queue;
    private final Leads leads;
    private final Details details;

    ReviewList(ReviewQueue queue, Leads leads, Details details) {
        this.queue = queue;
        this.leads = leads;
        this.details = details;
    }

    Answer answer(Person who, Access access, Ask ask) {
        return Pages.answer(ask, "reviews", "items", from -> {
            var page = queue.page(from.limit(), from.after());
            return new Pages.Slice(sheets(page.entries(), access.masked()), page.next());
        });
    }

    private List<Map<String, Object>> sheets(List<ReviewQueue.Entry> entries, boolean masked) {
        var found = leads.findAll(entries.stream().map(entry -> entry.activity().lead()).toList());
        var known = found.stream().flatMap(Optional::stream).toList();
        var facts = known.isEmpty() ? List.<Optional<Facts>>of()
                : details.facts(known.stream().map(lead -> Details.key(lead.id(), lead.details())).toList());
        var sheets = new ArrayList<Map<String, Object>>();
        for (int i = 0, read = 0; i < entries.size(); i++) {
            var lead = found.get(i);
            sheets.add(sheet(entries.get(i), lead.orElse(null), lead.isPresent() ? facts.get(read++).orElse(Facts.NONE) : Facts.NONE, masked));
        }
        return sheets;
    }

    private static Map<String, Object> sheet(ReviewQueue.Entry entry, Lead lead, Facts facts, boolean masked) {
        var activity = entry.activity();
        return new Sheet()
                .put("id", ReviewQueue.name(activity))
                .put("since", entry.since())
                .put("version", activity.ver())
                .put("lead", lead(activity.lead(), lead, facts, masked))
                .put("activity", activity(activity, masked))
                .put("credibility", CredibilitySheet.of(activity))
                .put("review", CredibilitySheet.review(activity, masked))
                .done();
    }

    /** @param lead {@code null} if it is gone */
    private static Map<String, Object> lead(String id, Lead lead, Facts facts, boolean masked) {
        var name = facts.contact().name();
        return new Sheet()
                .put("id", id)
                .put("name", masked ? Mask.name(name) : name)
                .put("company", masked ? Mask.words(facts.company()) : facts.company())
                .put("subject", masked ? Mask.words(facts.subject()) : facts.subject())
                .put("tier", lead == null ? null : lead.tier())
                .put("owner", lead == null ? null : lead.owner())
                .put("stage", lead == null ? null : lead.stage())
                .put("outcome", lead == null ? null : lead.outcome())
                .done();
    }

    private static Map<String, Object> activity(Activity activity, boolean masked) {
        var said = activity.said();
        return new Sheet()
                .put("id", activity.id())
                .put("type", activity.type())
                .put("staff", activity.staff())
                .put("at", activity.at())
                .put("happenedAt", activity.happenedAt())
                .put("solved", text(said.solved(), masked))
                .put("nextStep", text(said.nextStep(), masked))
                .put("promise", text(said.promise(), masked))
                .put("promiseBy", Objects.toString(said.promiseBy(), null))
                .put("text", text(said.text(), masked))
                .put("result", activity.result())
                .put("tags", activity.tags().stream().sorted().toList())
                .put("people", activity.people().stream().map(one -> new Sheet()
                        .put("name", masked ? Mask.name(one.name()) : one.name()).put("role", one.role()).done()).toList())
                .put("fields", masked ? Mask.values(Map.copyOf(activity.fields())) : new TreeMap<>(activity.fields()))
                .put("files", activity.files().values().stream().map(file -> file(activity, file, masked)).toList())
                .done();
    }

    private static Map<String, Object> file(Activity activity, EvidenceFile file, boolean masked) {
        return new Sheet()
                .put("id", file.id())
                .put("name", text(file.name(), masked))
                .put("state", file.state().word())
                .put("kind", file.found().kind())
                .put("reasons", FileReasons.of(file))
                .put("flags", file.found().flags())
                .put("link", file.state() == EvidenceFile.State.VALID
                        ? "/leads/" + activity.lead() + "/activities/" + activity.id() + "/files/" + file.id() : null)
                .done();
    }

    private static String text(String text, boolean masked) {
        return masked ? Mask.text(text) : text;
    }
}
