package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Activity} as a stored item. */
public final class ActivityCodec {
    private ActivityCodec() {}

    public static Map<String, Object> toDoc(Activity activity) {
        var said = activity.said();
        return Doc.build()
                .put("lead", activity.lead())
                .put("id", activity.id())
                .put("ver", activity.ver())
                .put("staff", activity.staff())
                .put("at", activity.at())
                .put("happenedAt", activity.happenedAt())
                .put("type", activity.type())
                .put("solved", said.solved())
                .put("nextStep", said.nextStep())
                .put("promise", said.promise())
                .put("promiseBy", said.promiseBy() == null ? null : said.promiseBy().toString())
                .put("text", said.text())
                .put("result", activity.result())
                .putAll("tags", activity.tags().stream().sorted().toList())
                .putAll("people", activity.people().stream()
                        .map(one -> Doc.build().put("name", one.name()).put("role", one.role()).done()).toList())
                .put("fields", activity.fields().isEmpty() ? null : activity.fields())
                .putAll("files", activity.files().values().stream().map(ActivityCodec::fileDoc).toList())
                .put("seenFrom", activity.seenFrom())
                .put("revision", activity.revision())
                .put("body", activity.body())
                .put("salt", activity.salt())
                .put("credibility", activity.credibility().isEmpty() ? null : activity.credibility())
                .put("review", activity.review().isEmpty() ? null : activity.review())
                .done();
    }

    public static Activity fromDoc(Doc doc) {
        var day = doc.text("promiseBy");
        var said = new Activity.Said(doc.text("solved"), doc.text("nextStep"), doc.text("promise"),
                day == null ? null : LocalDate.parse(day), doc.text("text"));
        var fields = new LinkedHashMap<String, String>();
        doc.map("fields").forEach((name, value) -> fields.put(name, (String) value));
        var files = new LinkedHashMap<String, EvidenceFile>();
        doc.list("files", each -> file(Doc.ofValue(each))).forEach(file -> files.put(file.id(), file));
        return new Activity(doc.required("lead"), doc.required("id"), doc.number("ver"), doc.required("staff"),
                doc.instant("at"), doc.instant("happenedAt"), doc.required("type"), said, doc.text("result"),
                doc.textSet("tags"), doc.list("people", each -> participant(Doc.ofValue(each))), fields, files,
                doc.number("seenFrom"), doc.number("revision"), doc.required("body"), doc.required("salt"), doc.map("credibility"), doc.map("review"));
    }

    private static Activity.Participant participant(Doc doc) {
        return new Activity.Participant(doc.required("name"), doc.text("role"));
    }

    private static Map<String, Object> fileDoc(EvidenceFile file) {
        var found = file.found();
        return Doc.build()
                .put("id", file.id())
                .put("name", file.name())
                .put("type", file.type())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256())
                .put("key", file.key())
                .put("since", file.since())
                .put("state", file.state().word())
                .put("mark", file.mark())
                .put("at", file.at())
                .put("kind", found.kind())
                .putAll("reasons", found.reasons())
                .putAll("flags", found.flags())
                .put("hints", found.hints().isEmpty() ? null : found.hints())
                .put("vault", found.vault())
                .done();
    }

    private static EvidenceFile file(Doc doc) {
        var found = new EvidenceFile.Found(doc.text("kind"), List.copyOf(doc.texts("reasons")), List.copyOf(doc.texts("flags")),
                doc.map("hints"), doc.text("vault"));
        return new EvidenceFile(doc.required("id"), doc.required("name"), doc.required("type"), doc.number("bytes"),
                doc.required("sha256"), doc.required("key"), doc.instant("since"), EvidenceFile.State.of(doc.required("state")),
                doc.text("mark"), doc.instant("at"), found);
    }
}
