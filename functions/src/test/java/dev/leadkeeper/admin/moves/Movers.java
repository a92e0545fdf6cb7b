package dev.leadkeeper.admin.moves;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.wiring.RulesForecast;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An office whose people move leads. */
final class Movers {
    final Office office = new Office();
    final Desk desk = new Desk(office.staff, Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids,
            new RulesForecast(office.store, office.secrets, office.clock)));

    Answer ask(String who, String verb, Lead lead, String body) {
        return desk.answer("POST /leads/{id}/" + verb, who, Office.with(Office.ask("id=" + lead.id()), body));
    }

    Answer asIfSeen(String who, String verb, Lead lead, long revision, String body) {
        return desk.answer("POST /leads/{id}/" + verb, who, Office.headed(Office.with(Office.ask("id=" + lead.id()), body), "if-match", "\"" + revision + "\""));
    }

    Answer many(String who, String verb, String body, String... query) {
        return desk.answer("POST /leads/" + verb, who, Office.with(Office.ask(query), body));
    }

    Answer plan(String who, String verb, Map<String, Object> dryRun) {
        return many(who, verb, "{\"plan\":\"" + dryRun.get("plan") + "\"}");
    }

    static String refusal(Answer answer) {
        return answer instanceof Answer.Refused refused ? (String) refused.more().get("refusal") : answer.toString();
    }

    Lead now(Lead lead) {
        return office.leads.find(lead.id()).orElseThrow();
    }

    Staff rep(String id) {
        return office.staff.find(id).orElseThrow();
    }

    /** Contacts the lead for its owner. */
    Lead contacted(Lead lead) {
        new dev.leadkeeper.people.Desk(office.staff, dev.leadkeeper.followup.Followup.routes(office.ground())).answer("POST /leads/{id}/contacted",
                lead.owner(), Office.with(Office.ask("id=" + lead.id()), "{\"channel\":\"phone\"}"));
        return now(lead);
    }

    /** Recipients by kind of the notices so far, each once. */
    Set<List<String>> told() {
        return office.queue.bodies(Queue.Channel.NOTICES).stream().map(body -> Doc.of(body).doc("notice"))
                .map(notice -> List.of(notice.required("kind"), notice.required("recipient"))).collect(java.util.stream.Collectors.toSet());
    }

    void in(String id, Staff.Role role, String group) {
        var one = office.hire(id, role, Staff.Status.ACTIVE);
        office.staff.save(new Staff(one.id(), one.name(), role, group.isEmpty() ? Set.of() : Set.of(group), one.status(), true, one.skills(),
                one.industries(), one.regions(), one.sizes(), one.weight(), one.cap(), null, null, null, List.of(), one.figures(), one.channels(), one.ledger()));
    }

    void days(int days) {
        office.clock.advance(Duration.ofDays(days));
    }

    /** Ids of the leads in a list of an answer. */
    static List<String> ids(Map<String, Object> answer, String list) {
        return ((List<?>) answer.get(list)).stream().map(each -> (String) ((Map<?, ?>) each).get("lead")).toList();
    }

    /** Why leads were not moved, by their ids. */
    static Map<String, String> refusals(Map<String, Object> answer) {
        var refusals = new java.util.TreeMap<String, String>();
        ((List<?>) answer.get("refused")).forEach(each -> refusals.put((String) ((Map<?, ?>) each).get("lead"), (String) ((Map<?, ?>) each).get("refusal")));
        return refusals;
    }
}
