package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the section {@code credibility} of {@code followUp}. What it leaves out is as usual. */
final class CredibilityParser {
    private static final int MOST = CredibilityRules.MOST;
    private static final List<CredibilityRules.Confirmation> CONFIRMATION = List.of(
            new CredibilityRules.Confirmation("mail", Set.of(), Set.of("mail"), Set.of(), Set.of(), 0, Set.of(), List.of(), 20,
                    new Sentence("客户邮件", "a mail with the customer")),
            new CredibilityRules.Confirmation("signed", Set.of("requirement"), Set.of("pdf", "image"), Set.of(), Set.of(),
                    0, Set.of(), List.of(), 14, new Sentence("客户签字或盖章的扫描件", "a scan signed by the customer")),
            new CredibilityRules.Confirmation("form", Set.of("demo"), Set.of("pdf", "image"), Set.of(), Set.of(), 0, Set.of(), List.of(), 16,
                    new Sentence("客户在线填写的表单", "a form that the customer filled in")),
            new CredibilityRules.Confirmation("recording", Set.of(), Set.of("audio"), Set.of(), Set.of(), 0, Set.of(), List.of(), 14,
                    new Sentence("通话录音", "a recording of the call")),
            new CredibilityRules.Confirmation("chat", Set.of("first-contact", "sample"), Set.of("image"), Set.of(), Set.of(), 0,
                    Set.of(), List.of(), 10, new Sentence("与客户的聊天或签收截图", "a screenshot of a chat with the customer or of their receipt")),
            new CredibilityRules.Confirmation("quoted", Set.of(), Set.of(), Set.of(), Set.of(), 0, Set.of(),
                    words("客户回复", "客户说", "客户确认", "客户表示", "replied", "customer said", "customer confirmed"), 8,
                    new Sentence("记录中引用的客户答复", "a reply of the customer that is quoted")),
            new CredibilityRules.Confirmation("people", Set.of(), Set.of(), Set.of(), Set.of(), 1, Set.of(), List.of(), 8,
                    new Sentence("客户方参与人", "participants on the customer's side")),
            new CredibilityRules.Confirmation("decider", Set.of(), Set.of(), Set.of(), Set.of(), 0, Set.of("decides"), List.of(), 4,
                    new Sentence("客户方决策人在场", "somebody who decides there took part")));
    private static final List<CredibilityRules.Reason> REASONS = List.of(
            reason("confirmed-with-customer", "已向客户核实", "confirmed with the customer"),
            reason("seen-otherwise", "已通过其他途径核实", "verified in another way"),
            reason("evidence-missing", "缺少凭证", "evidence is missing"),
            reason("evidence-unrelated", "凭证与动作不符", "the evidence is about something else"),
            reason("customer-denies", "客户否认", "the customer knows nothing of it"),
            reason("wrong-time", "时间不符", "the times do not fit"),
            reason("duplicate", "重复使用的凭证", "the evidence was used before"),
            reason("other", "其他", "another reason"));

    private CredibilityParser() {}

    static CredibilityRules parse(Node node) {
        node.only("threshold", "exempt", "timing", "confirmation", "colleagues", "similar", "reasons");
        return new CredibilityRules(number(node, "threshold", 0, 100, 60), texts(node.at("exempt"), Set.of(Activity.CHECK_IN)),
                timing(node.at("timing")), confirmation(node.at("confirmation")), colleagues(node.at("colleagues")),
                similar(node.at("similar")), reasons(node.at("reasons")));
    }

    private static CredibilityRules.Timing timing(Node node) {
        node.only("recorded", "withinHours", "lateHours", "promise", "firstResponse", "withinMinutes", "contradiction", "flags");
        var timing = new CredibilityRules.Timing(points(node, "recorded", 8), number(node, "withinHours", 1, 720, 24),
                number(node, "lateHours", 1, 2160, 72), points(node, "promise", 6), points(node, "firstResponse", 6),
                number(node, "withinMinutes", 1, 10080, 240), points(node, "contradiction", 10),
                texts(node.at("flags"), Set.of(EvidenceFile.TOO_OLD, EvidenceFile.DUPLICATE)));
        if (timing.lateHours() < timing.withinHours()) {
            node.at("lateHours").problem("must not be less than withinHours, " + timing.withinHours());
        }
        if (timing.recorded() == 0) {
            node.at("recorded").problem("must be at least 1, since it is all that some activities can be measured by");
        }
        return timing;
    }

    private static List<CredibilityRules.Confirmation> confirmation(Node node) {
        var ids = new HashSet<String>();
        return node.missing() ? CONFIRMATION : node.items().stream().map(each -> confirmation(each, ids)).toList();
    }

    private static CredibilityRules.Confirmation confirmation(Node node, HashSet<String> ids) {
        node.only("id", "types", "files", "fields", "tags", "people", "roles", "words", "points", "because");
        var one = new CredibilityRules.Confirmation(RulebookParser.Ids.unique(node.at("id"), ids), texts(node.at("types"), Set.of()),
                texts(node.at("files"), Set.of()), texts(node.at("fields"), Set.of()), texts(node.at("tags"), Set.of()),
                number(node, "people", 0, 50, 0), texts(node.at("roles"), Set.of()),
                node.at("words").texts().stream().map(Word::of).toList(), points(node, "points", 0), Words.plain(node.at("because")));
        if (node.at("points").missing()) {
            node.at("points").problem("is missing");
        }
        if (one.files().isEmpty() && one.fields().isEmpty() && one.tags().isEmpty() && one.people() == 0 && one.roles().isEmpty()
                && one.words().isEmpty()) {
            node.problem("names nothing that the customer does; give files, fields, tags, people, roles or words");
        }
        return one;
    }

    private static CredibilityRules.Colleagues colleagues(Node node) {
        node.only("withinDays", "sameType", "otherType", "sameDepartment", "none");
        return new CredibilityRules.Colleagues(number(node, "withinDays", 1, 365, 14), points(node, "sameType", 20),
                points(node, "otherType", 16), points(node, "sameDepartment", 12), points(node, "none", 8));
    }

    private static CredibilityRules.Similar similar(Node node) {
        node.only("k", "quarters", "prior", "full");
        return new CredibilityRules.Similar(number(node, "k", 1, 1000, 10), number(node, "quarters", 1, 8, 4),
                number(node, "prior", 0, 100, 40), number(node, "full", 1, 100, 60));
    }

    private static List<CredibilityRules.Reason> reasons(Node node) {
        if (node.missing()) {
            return REASONS;
        }
        var ids = new HashSet<String>();
        if (node.items().isEmpty()) {
            node.problem("needs at least one reason");
        }
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en");
            return reason(RulebookParser.Ids.unique(each.at("id"), ids), each.at("zh").required(), each.at("en").required());
        }).toList();
    }

    private static int points(Node node, String key, int usual) {
        return number(node, key, 0, MOST, usual);
    }

    private static int number(Node node, String key, int least, int most, int usual) {
        var number = node.at(key).number(least, most);
        return number == null ? usual : number;
    }

    private static Set<String> texts(Node node, Set<String> usual) {
        return node.missing() ? usual : Set.copyOf(node.texts());
    }

    private static CredibilityRules.Reason reason(String id, String zh, String en) {
        return new CredibilityRules.Reason(id, new Sentence(zh, en));
    }

    private static List<Word> words(String... words) {
        return List.of(words).stream().map(Word::of).toList();
    }
}
