package dev.leadkeeper.followup;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.FileVerdicts;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reps at their work: asks as the API takes them, and a checker that finds what it is told. */
final class RepsSide {
    final Office office = new Office();
    final Activities activities = new Activities(office.store, office.clock, office.ids);
    final FileVerdicts verdicts = new FileVerdicts(office.store, office.clock, office.ids);
    final Desk desk = new Desk(office.staff, Followup.routes(office.ground()));

    /** What a record must say. */
    static Map<String, Object> record(String type, Object... more) {
        var record = new HashMap<String, Object>(Map.of("type", type, "solved", "预算已确认", "nextStep", "看工厂", "promise", "发方案",
                "promiseBy", "2026-12-01", "result", "going-on"));
        for (int i = 0; i < more.length; i += 2) {
            record.put((String) more[i], more[i + 1]);
        }
        return record;
    }

    static Map<String, Object> file(String name, String type, char content) {
        return Map.of("name", name, "type", type, "bytes", 1000L, "sha256", String.valueOf(content).repeat(64));
    }

    /** @param headers name and value in turn */
    Answer ask(String route, String who, Lead lead, Map<String, Object> body, String... headers) {
        var ask = Office.ask("id=" + lead.id());
        if (body != null) {
            ask = Office.with(ask, Json.write(body));
        }
        for (int i = 0; i < headers.length; i += 2) {
            ask = headers[i].startsWith("path.") ? with(ask, headers[i].substring(5), headers[i + 1]) : Office.headed(ask, headers[i], headers[i + 1]);
        }
        return desk.answer(route, who, ask);
    }

    private static dev.leadkeeper.people.Ask with(dev.leadkeeper.people.Ask ask, String variable, String value) {
        var path = new HashMap<>(ask.path());
        path.put(variable, value);
        return new dev.leadkeeper.people.Ask(path, ask.query(), ask.headers(), ask.body());
    }

    Map<String, Object> done(String route, String who, Lead lead, Map<String, Object> body, String... headers) {
        return Office.read(ask(route, who, lead, body, headers));
    }

    Lead now(Lead lead) {
        return office.leads.find(lead.id()).orElseThrow();
    }

    long open(String rep) {
        return office.staff.find(rep).orElseThrow().ledger().open();
    }

    /** An activity with these kinds of files, all found valid. */
    Activity proved(Lead lead, String who, String type, String... kinds) {
        var files = new java.util.ArrayList<Map<String, Object>>();
        for (var kind : kinds) {
            files.add(file(kind, "application/x-" + kind, (char) ('a' + files.size())));
        }
        var body = record(type, "files", files);
        if (type.equals("sample")) {
            body.put("fields", Map.of("trackingNumber", "SF123"));
        }
        var id = (String) done("POST /leads/{id}/activities", who, lead, body, "idempotency-key", type).get("id");
        for (int i = 0; i < kinds.length; i++) {
            judge(lead, id, "f" + (i + 1), EvidenceFile.State.VALID, kinds[i]);
        }
        return activities.find(lead.id(), id).orElseThrow();
    }

    void judge(Lead lead, String activity, String file, EvidenceFile.State verdict, String kind) {
        verdicts.checking(lead.id(), activity, file, "v1");
        verdicts.verdict(lead.id(), activity, file, "v1", verdict, new EvidenceFile.Found(kind,
                verdict == EvidenceFile.State.REJECTED ? List.of("macros") : List.of(), List.of(), Map.of(), null));
    }
}
