package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.reading.Reading;
import dev.leadkeeper.rulebook.FollowUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An activity as a rep writes it. What the rulebook asks of its type must be there, and each field that is missing is named
 * in both languages (FU2, FU3).
 *
 * @param type   of the rulebook
 * @param said   as written, not masked yet
 * @param result {@code null} if none was chosen
 * @param files  as declared
 */
record ActivityForm(FollowUp.Type type, Activity.Said said, String result, Set<String> tags, List<Activity.Participant> people,
                    Map<String, String> fields, List<Declared> files, Instant happenedAt) {
    /** Parts that somebody can play in a decision. */
    static final List<String> ROLES = List.of("initiator", "influencer", "vetoer", "user", "payer", "decider");
    private static final int LONGEST = 2000;
    private static final int MOST_PEOPLE = 30;
    private static final Set<String> KNOWN = Set.of("type", "solved", "nextStep", "promise", "promiseBy", "result", "tags", "people",
            "fields", "text", "happenedAt", "files");

    /** A file that is to be uploaded. */
    record Declared(String name, String type, long bytes, String sha256) {}

    /** Reads the form; flaws go to the body. What it returns is of no use if there are any. */
    static ActivityForm read(Body body, FollowUp rules, Instant now) {
        body.only(KNOWN);
        var types = rules.activities().toArray(FollowUp.Type[]::new);
        if (!body.has("type")) {
            body.wrong("type", "is missing: one of " + rules.activities().stream().map(FollowUp.Type::id).toList(),
                    "缺少：动作类型（" + String.join("、", rules.activities().stream().map(each -> each.name().zh()).toList()) + "）");
        }
        var type = body.word("type", types, FollowUp.Type::id).orElse(null);
        var says = type == null || type.says();
        var said = new Activity.Said(said(body, says, "solved", "what was solved", "本次解决什么问题"),
                said(body, says, "nextStep", "the customer's next step", "客户明确下一步动作"),
                said(body, says, "promise", "what we promised", "我方承诺"), promiseBy(body, says),
                body.text("text", Reading.LONGEST).orElse(null));
        return new ActivityForm(type, said, result(body, rules), tags(body, rules), people(body),
                type == null ? Map.of() : fields(body, type), files(body, "files", rules.uploads()),
                When.read(body, "happenedAt", now));
    }

    private static String said(Body body, boolean needed, String field, String what, String zh) {
        if (needed && (!body.has(field) || body.isNull(field) || "".equals(body.raw(field)))) {
            body.wrong(field, "is missing: " + what, "缺少：" + zh);
            return null;
        }
        return body.isNull(field) ? null : body.text(field, LONGEST).orElse(null);
    }

    private static LocalDate promiseBy(Body body, boolean needed) {
        if (needed && (!body.has("promiseBy") || body.isNull("promiseBy"))) {
            body.wrong("promiseBy", "is missing: the day by which we promised it", "缺少：我方承诺交付时间");
            return null;
        }
        return body.isNull("promiseBy") ? null : body.day("promiseBy").orElse(null);
    }

    private static String result(Body body, FollowUp rules) {
        return body.isNull("result") ? null
                : body.word("result", rules.results().toArray(FollowUp.Result[]::new), FollowUp.Result::id).map(FollowUp.Result::id).orElse(null);
    }

    private static Set<String> tags(Body body, FollowUp rules) {
        var known = rules.tags().stream().map(FollowUp.Tag::id).toList();
        var tags = body.lines("tags", known.size(), 40, ".*", "one of " + known).orElse(List.of());
        for (int i = 0; i < tags.size(); i++) {
            if (!known.contains(tags.get(i))) {
                body.wrong("tags[" + i + "]", "one of " + known, "没有这个标签");
            }
        }
        return new TreeSet<>(tags);
    }

    private static List<Activity.Participant> people(Body body) {
        var people = new ArrayList<Activity.Participant>();
        for (var one : body.objects("people", MOST_PEOPLE).orElse(List.of())) {
            one.only(Set.of("name", "role"));
            var name = one.needs("name").line("name", 80);
            var role = one.isNull("role") ? null : one.word("role", ROLES.toArray(String[]::new), each -> each).orElse(null);
            name.ifPresent(known -> people.add(new Activity.Participant(known, role)));
        }
        return people;
    }

    private static Map<String, String> fields(Body body, FollowUp.Type type) {
        var known = type.fields().stream().map(FollowUp.Choice::id).toList();
        var fields = body.texts("fields", known.size(), 200).orElse(Map.of());
        fields.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> body.wrong("fields." + name, "no such field here", "没有这个字段"));
        type.fields().stream().filter(field -> !fields.containsKey(field.id())).forEach(field ->
                body.wrong("fields." + field.id(), "is missing: " + field.name().en(), "缺少：" + field.name().zh()));
        return fields;
    }

    /** Files by what they are said to be; the content decides later. None twice. */
    static List<Declared> files(Body body, String field, FollowUp.Uploads bounds) {
        var files = new LinkedHashMap<String, Declared>();
        for (var one : body.objects(field, bounds.mostFiles()).orElse(List.of())) {
            one.only(Set.of("name", "type", "bytes", "sha256"));
            var name = one.needs("name").line("name", 200).filter(each -> each.indexOf('/') < 0 && each.indexOf('\\') < 0
                    || wrong(one, "name", "a name without folders", "应为不含文件夹的文件名"));
            var type = one.needs("type").line("type", 100).filter(each -> each.matches("(?i)(application|image|audio|text|message)/[a-z0-9][a-z0-9.+-]*")
                    || wrong(one, "type", "a media type such as application/pdf", "应为 application/pdf 等媒体类型"));
            var bytes = one.needs("bytes").number("bytes", 1, (int) bounds.maxBytes());
            var sha256 = one.needs("sha256").line("sha256", 64).filter(each -> each.matches("[0-9a-f]{64}")
                    || wrong(one, "sha256", "64 hexadecimal digits in lower case", "应为 64 位小写十六进制"));
            if (name.isPresent() && type.isPresent() && bytes.isPresent() && sha256.isPresent()
                    && files.put(sha256.get(), new Declared(name.get(), type.get(), bytes.get(), sha256.get())) != null) {
                one.wrong("sha256", "is there twice", "同一文件声明了两次");
            }
        }
        return List.copyOf(files.values());
    }

    private static boolean wrong(Body body, String field, String problem, String zh) {
        body.wrong(field, problem, zh);
        return false;
    }
}
