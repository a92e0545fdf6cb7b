package dev.leadkeeper.form;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a form's definition from its document: the YAML file of a seed folder, or the JSON that is stored. */
public final class FormReader {
    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    private FormReader() {}

    /** Every problem is named at once; never throws. */
    public static FormRead read(Map<?, ?> document) {
        var problems = new ArrayList<String>();
        var mentioned = new LinkedHashSet<String>();
        var form = form(Section.root(document, problems, mentioned), mentioned);
        return problems.isEmpty() ? form : new FormInvalid(problems);
    }

    private static FormDefinition form(Section doc, Set<String> mentioned) {
        var id = doc.required("id");
        if (!id.isEmpty() && !id.matches(ID)) {
            doc.problem("id", "must be 1 to 63 lower-case letters, digits and hyphens");
        }
        var country = doc.text("country");
        if (country != null && !List.of(Locale.getISOCountries()).contains(country)) {
            doc.problem("country", "must be an ISO 3166-1 alpha-2 code such as CN");
        }
        var verification = doc.sections("verification").stream().map(SchemeReader::verification).toList();
        if (verification.isEmpty()) {
            doc.problem("verification", "is missing: every form is authenticated");
        }
        var limit = doc.section("limit");
        var form = new FormDefinition(id, doc.text("title", id), doc.flag("enabled", true), verification,
                SchemeReader.handshake(doc.section("handshake")), body(doc.section("body")), doc.path("leads", "@"),
                doc.paths("key"), header(doc), updatedAt(doc.section("updatedAt")), answers(doc), common(doc), fields(doc.section("fields")),
                types(doc.section("types")), recognised(doc), doc.each("ignore", NamePattern::of), doc.each("extras", NamePattern::of),
                doc.each("volatile", NamePattern::of), doc.paths("test"), country,
                limit == null ? null : limit.count("perMinute"), mentioned);
        if (limit != null) {
            limit.done();
        }
        doc.done();
        return form;
    }

    private static String header(Section doc) {
        var name = doc.text("keyHeader");
        if (name != null && !name.matches("[A-Za-z0-9-]{1,64}")) {
            doc.problem("keyHeader", "is no name of a header");
        }
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    private static boolean common(Section doc) {
        var match = doc.text("match", "common");
        if (!List.of("common", "declared").contains(match)) {
            doc.problem("match", "must be common or declared");
        }
        return match.equals("common");
    }

    private static BodyRule body(Section body) {
        if (body == null) {
            return new BodyRule(BodyRule.Kind.AUTO, List.of());
        }
        var unwraps = body.sections("unwrap").stream().map(each -> {
            var unwrap = new BodyRule.Unwrap(each.path("from", null), each.words("as", BodyRule.Step.class),
                    each.text("into", each.text("from", "")), each.flag("optional", false));
            each.done();
            return unwrap;
        }).toList();
        var rule = new BodyRule(body.word("decode", BodyRule.Kind.class, BodyRule.Kind.AUTO), unwraps);
        body.done();
        return rule;
    }

    private static UpdateTime updatedAt(Section time) {
        if (time == null) {
            return null;
        }
        var format = time.word("format", UpdateTime.Format.class, UpdateTime.Format.ISO);
        var zone = ZoneId.of("Asia/Shanghai");
        try {
            zone = ZoneId.of(time.text("zone", "Asia/Shanghai"));
        } catch (DateTimeException e) {
            time.problem("zone", "is no time zone");
        }
        var pattern = UpdateTime.pattern("uuuu-MM-dd HH:mm:ss");
        try {
            pattern = UpdateTime.pattern(time.text("pattern", "uuuu-MM-dd HH:mm:ss"));
        } catch (IllegalArgumentException e) {
            time.problem("pattern", "is no pattern of a time");
        }
        var rule = new UpdateTime(time.paths("from"), format, pattern, zone);
        time.done();
        return rule;
    }

    private static List<AnswerRule> answers(Section doc) {
        var rules = doc.sections("answers").stream().map(FormReader::answer).toList();
        return rules.isEmpty() ? List.of(mapAt(Path.compile("@"))) : rules;
    }

    private static AnswerRule mapAt(Path path) {
        return new AnswerRule(AnswerRule.Shape.MAP, path, List.of(Path.compile("name")), List.of(), List.of(Path.compile("value")),
                null, null, null, null);
    }

    private static AnswerRule answer(Section rule) {
        if (rule.has("map") == rule.has("rows")) {
            rule.problem("map", "either map or rows says where the answers are");
        }
        var rows = rule.has("rows");
        var labels = rule.section("labels");
        var join = rule.section("join");
        var made = new AnswerRule(rows ? AnswerRule.Shape.ROWS : AnswerRule.Shape.MAP,
                rule.path(rows ? "rows" : "map", "@"), rule.innerPaths("names", "name"), rule.innerPaths("types", null),
                rule.innerPaths("values", "value"),
                labels == null ? null : new AnswerRule.Labels(labels.path("in", null), labels.path("id", "id"), labels.path("label", "label")),
                join == null ? null : new AnswerRule.Join(join.path("in", null), join.path("id", "id"), join.path("match", null),
                        join.innerPaths("names", "title")),
                rule.optionalPath("skip"), rule.each("strip", NamePattern::of).stream().findFirst().orElse(null));
        if (labels != null) {
            labels.done();
        }
        if (join != null) {
            join.done();
        }
        rule.done();
        return made;
    }

    private static Map<LeadField, FieldRule> fields(Section fields) {
        var rules = new EnumMap<LeadField, FieldRule>(LeadField.class);
        if (fields != null) {
            for (var word : fields.keys()) {
                var rule = fields.section(word);
                LeadField.of(word).ifPresentOrElse(field -> {
                    if (rule != null) {
                        rules.put(field, field(field, rule));
                    }
                }, () -> fields.problem(word, "is no field of a lead"));
            }
        }
        return rules;
    }

    private static FieldRule field(LeadField field, Section rule) {
        var made = new FieldRule(rule.paths("from"), rule.texts("names"),
                rule.sections("transform").stream().map(TransformReader::transform).toList(), rule.text("default"));
        if (made.otherwise() != null && !DEFAULTABLE.contains(field)) {
            rule.problem("default", "only " + DEFAULTABLE.stream().map(LeadField::word).toList() + " can have one");
        }
        rule.done();
        return made;
    }

    /** A made-up phone, amount or code would be a lie; a made-up category is a decision. */
    private static final Set<LeadField> DEFAULTABLE = EnumSet.of(LeadField.COMPANY, LeadField.INDUSTRY, LeadField.COUNTRY,
            LeadField.SUBJECT, LeadField.SOURCE_CHANNEL, LeadField.NEED_BY, LeadField.DECISION_ROLE, LeadField.NOTE);

    private static Map<LeadField, List<String>> types(Section types) {
        var made = new EnumMap<LeadField, List<String>>(LeadField.class);
        if (types != null) {
            for (var word : types.keys()) {
                var texts = types.texts(word);
                LeadField.of(word).ifPresentOrElse(field -> made.put(field, texts), () -> types.problem(word, "is no field of a lead"));
            }
        }
        return made;
    }

    private static Set<LeadField> recognised(Section doc) {
        var fields = EnumSet.noneOf(LeadField.class);
        for (var word : doc.texts("recognise")) {
            if (List.of("phone", "email", "region").contains(word)) {
                LeadField.of(word).ifPresent(fields::add);
            } else {
                doc.problem("recognise", "only phone, email and region can be recognised, not " + word);
            }
        }
        return fields;
    }
}
