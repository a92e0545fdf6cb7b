package dev.leadkeeper.evidence;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.evidence.check.Hints;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.FollowUp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file is older than the requirement that it should answer. When S3 stored it is a fact; what it says of itself is a
 * hint that its maker can forge, but nobody forges a file older. Either is enough, and which one it was is told.
 */
final class Order {
    /** {@link EvidenceFile.Found#hints}: when S3 stored the file. */
    static final String STORED_AT = "storedAt";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Order() {}

    /**
     * @param by       {@code storage} or {@code metadata}
     * @param made     when the file was stored, or says that it was saved last
     * @param required when the requirement was there
     */
    record TooOld(String by, Instant made, Instant required) {
        Sentence sentence() {
            var storage = by.equals("storage");
            return new Sentence((storage ? "上传时间 " : "文件自带的最后修改时间 ") + MINUTE.format(made) + " 早于客户需求确认时间 " + MINUTE.format(required) + "。请按确认后的需求更新后重新提交。",
                    (storage ? "it was uploaded at " : "by its own record it was last saved at ") + MINUTE.format(made)
                            + ", before the customer's requirement of " + MINUTE.format(required) + ". Bring it up to date and hand it in again.");
        }
    }

    /**
     * @param others   everything recorded of the lead
     * @param storedAt when S3 stored the file
     */
    static Optional<TooOld> judge(FollowUp rules, Activity activity, List<Activity> others, Instant storedAt, Hints hints) {
        var before = rules.activity(activity.type()).map(FollowUp.Type::notOlderThan).orElse(null);
        if (before == null || before.equals(activity.type())) {
            return Optional.empty();
        }
        var requirement = rules.firstEvidence(others, before);
        if (requirement.isEmpty()) {
            return Optional.empty();
        }
        var stored = storedAt(requirement.get());
        // What the requirement was when the customer said it, where that was before its evidence was uploaded.
        var said = others.stream().filter(each -> each.files().containsValue(requirement.get())).map(Activity::happenedAt)
                .filter(time -> time.isBefore(stored)).findFirst().orElse(stored);
        var saved = hints.modified() != null ? hints.modified() : hints.created();
        return storedAt.isBefore(stored) ? Optional.of(new TooOld("storage", storedAt, stored))
                : saved != null && saved.isBefore(said) ? Optional.of(new TooOld("metadata", saved, said)) : Optional.empty();
    }

    private static Instant storedAt(EvidenceFile file) {
        var stored = Doc.of(file.found().hints()).instant(STORED_AT);
        return stored == null ? file.at() : stored;
    }
}
