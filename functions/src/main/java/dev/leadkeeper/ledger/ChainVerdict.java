package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Sentence;
import java.util.Locale;

/** What recomputing a lead's history came to. */
public sealed interface ChainVerdict {
    /**
     * Every link holds.
     *
     * @param events     how many events there are
     * @param head       the hash of the last one
     * @param headBehind whether the lead's own record still names an earlier event: a process died between the event and
     *                   the record, which whoever comes next mends; no link is broken by it
     */
    record Verified(long events, String head, boolean headBehind) implements ChainVerdict {}

    /**
     * Something was changed.
     *
     * @param seq      number of the event at which the history stops holding together; all before it is as it was written
     * @param kind     how it looks
     * @param sentence the same for people
     */
    record Broken(long seq, Kind kind, Sentence sentence) implements ChainVerdict {
        static Broken at(long seq, Kind kind) {
            return new Broken(seq, kind, kind.sentence(seq));
        }
    }

    /** There is no such lead, nor any event of it. */
    record Unknown() implements ChainVerdict {}

    /** How a broken history looks. */
    enum Kind {
        /** An event does not say any more what its hash, or the one after it, was made of. */
        EDITED("第 %d 条记录的内容被改动过,与其哈希不符", "the content of event %d was changed: it does not fit its hash, or the next event's"),
        /** An event between others is gone. */
        MISSING("第 %d 条记录缺失,其后的记录仍在", "event %d is gone, later ones are still there"),
        /** Events stand in each other's places. */
        REORDERED("第 %d 条记录的位置被调换", "event %d stands in another one's place"),
        /** Events at the end are gone. */
        TRUNCATED("从第 %d 条起的记录被删除", "the events from %d on were cut off"),
        /** There is an event that nothing leads to. */
        INSERTED("第 %d 条记录是后来插入的", "event %d was put in later"),
        /** The lead's own record is gone or names another event as the last one. */
        HEAD("线索主记录被改动:它所指的末条与第 %d 条记录不符", "the lead's own record was changed: what it names as the head is not event %d"),
        /** The record of a decision that an event holds the hash of is gone or another one. */
        RECORD("第 %d 条记录引用的决策文件缺失或被改动", "the decision record that event %d refers to is gone or was changed"),
        /** The history holds together, but is not the one that was anchored. */
        REWRITTEN("从第 %d 条起的历史被改写:与锚定时的哈希不符", "the history from event %d on was rewritten: it is not the one that was anchored"),
        /** The history holds together and should have been anchored, but no anchor knows it. */
        UNANCHORED("至第 %d 条的历史从未被锚定,系事后伪造或补写", "no anchor knows the history up to event %d, though one should: it was made up or added later"),
        /** The number is that of an anchor, which is gone, was changed, or does not follow the one before. */
        ANCHOR("第 %d 号锚缺失或被改动,或与前一号不相连", "anchor %d is gone, was changed, or does not follow the one before");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Sentence sentence(long seq) {
            return new Sentence(zh.formatted(seq), en.formatted(seq));
        }
    }
}
