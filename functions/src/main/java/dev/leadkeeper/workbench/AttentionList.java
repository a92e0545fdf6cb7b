package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code GET /attention}: what nobody could work with (待处理), newest first, with the beginning of what was posted. */
final class AttentionList {
    /** Bytes of a post that are shown; enough to see which form and what broke. */
    private static final int EXCERPT = 500;

    private final Leads leads;
    private final Details details;

    AttentionList(Leads leads, Details details) {
        this.leads = leads;
        this.details = details;
    }

    Answer answer(Person who, Access access, Ask ask) {
        return Pages.answer(ask, "attention", "items", from -> {
            var page = leads.held(Holder.ATTENTION, true, from.limit(), from.after());
            return new Pages.Slice(page.leads().stream().map(lead -> entry(lead, access)).toList(), page.next());
        });
    }

    private Map<String, Object> entry(Lead lead, Access access) {
        var sheet = new Sheet()
                .put("id", lead.id())
                .put("form", lead.form())
                .put("reason", lead.reason())
                .put("receivedAt", lead.createdAt())
                .put("trace", lead.trace());
        if (access.masked()) { // a post may hold anything anywhere, so nothing of it is harmless
            return sheet.put("contentType", null).put("bytes", null).put("excerpt", null).done();
        }
        var kept = details.find(lead.id(), lead.details());
        return sheet
                .put("contentType", kept.map(Details.Delivery::contentType).orElse(null))
                .put("bytes", kept.map(delivery -> delivery.raw().length).orElse(null))
                .put("excerpt", kept.map(delivery -> excerpt(delivery.raw())).orElse(null))
                .done();
    }

    /** What is not UTF-8 is shown as U+FFFD. */
    private static String excerpt(byte[] raw) {
        return new String(raw, 0, Math.min(raw.length, EXCERPT), StandardCharsets.UTF_8);
    }
}
