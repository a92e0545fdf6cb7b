package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Attachment completeness (附件完整度): the share of what the type needs that valid files and fields meet. */
final class Attachments {
    private Attachments() {}

    static Part of(List<Picture.Need> needs) {
        var missing = needs.stream().filter(need -> !need.met()).map(Picture.Need::what).toList();
        var met = needs.size() - missing.size();
        if (needs.isEmpty()) {
            return new Part(Dimension.ATTACHMENTS, CredibilityRules.MOST, new Sentence("该类动作不要求凭证", "this type of activity needs no evidence"));
        }
        var points = CredibilityRules.MOST * met / needs.size();
        return new Part(Dimension.ATTACHMENTS, points, missing.isEmpty()
                ? new Sentence("所需凭证齐全(" + met + " 项,均已校验)", "all evidence is there and valid (" + met + ")")
                : new Sentence("所需 " + needs.size() + " 项凭证中已有 " + met + " 项有效;还缺:" + named(missing, Sentence::zh, "、") + "。补齐并通过校验后得满分",
                        met + " of " + needs.size() + " pieces of evidence are there and valid; missing: " + named(missing, Sentence::en, ", ")
                                + ". With valid ones it gets all points"));
    }

    private static String named(List<Sentence> all, Function<Sentence, String> language, String between) {
        return all.stream().map(language).collect(Collectors.joining(between));
    }
}
