package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** What people learn of files. A file's own name may say who the customer is, so it is left out; the link leads to it. */
public final class EvidenceNotices {
    public static final String REJECTED = "evidence-rejected";
    public static final String TOO_OLD = "evidence-too-old";
    public static final String DUPLICATE = "evidence-duplicate";

    private EvidenceNotices() {}

    /**
     * Which file a notice is about.
     *
     * @param trace follows the lead through every log line
     */
    public record About(String lead, String activity, String file, String trace) {
        private Notice notice(String kind, String recipient, Sentence title, Sentence text) {
            return new Notice(String.join(":", kind, lead, activity, file, recipient), kind, recipient, lead, title, text, trace);
        }
    }

    /** The rep's file proves nothing, for these reasons. */
    public static Notice rejected(About about, String rep, List<Sentence> reasons) {
        return about.notice(REJECTED, rep,
                new Sentence("证据未通过：线索 " + about.lead(), "Evidence rejected: lead " + about.lead()),
                new Sentence("文件 " + about.file() + " 未通过核验，暂不计入。\n" + lines(reasons, Sentence::zh),
                        "File " + about.file() + " was rejected and does not count.\n" + lines(reasons, Sentence::en)));
    }

    /** The rep's file is older than what it should answer. */
    public static Notice tooOld(About about, String rep, Sentence why) {
        return about.notice(TOO_OLD, rep,
                new Sentence("证据早于需求：线索 " + about.lead(), "Evidence older than the requirement: lead " + about.lead()),
                new Sentence("文件 " + about.file() + " 已保存，但不计入：" + why.zh(), "File " + about.file() + " is kept and does not count: " + why.en()));
    }

    /**
     * The same content serves elsewhere.
     *
     * @param manager who is told
     * @param rep     whose file it is
     * @param others  leads where it was used before
     */
    public static Notice duplicate(About about, String manager, String rep, List<String> others) {
        return about.notice(DUPLICATE, manager,
                new Sentence("重复证据：线索 " + about.lead(), "The same evidence twice: lead " + about.lead()),
                new Sentence(rep + " 提交的文件 " + about.file() + " 与以下线索已用的文件完全相同：" + String.join("、", others) + "。请核实。",
                        "File " + about.file() + " of " + rep + " is the very file that was used before for: " + String.join(", ", others) + ". Please look at it."));
    }

    private static String lines(List<Sentence> sentences, java.util.function.Function<Sentence, String> language) {
        return sentences.stream().map(language).collect(Collectors.joining("\n"));
    }
}
