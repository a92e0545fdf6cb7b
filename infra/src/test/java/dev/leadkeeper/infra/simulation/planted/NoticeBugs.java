package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in how people learn of things. */
final class NoticeBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("a lead comes to one owner under one notice for ever", "notice/Notices",
                    "moment(lead.assignedAt()), NEW_LEAD, lead.owner(),",
                    "lead.owner(), NEW_LEAD, lead.owner(),"),
            new Mutant("what waits for the end of quiet hours is kept though it was tried", "notification/DeliverNotice",
                    "            case Course.Turn.Wait wait -> {\n                switch (receipts.past(message)) {",
                    "            case Course.Turn.Wait wait -> {\n"
                            + "                switch ((Receipts.Past) new Receipts.Past.Nothing(List.of())) {"),
            new Mutant("an undelivered notice stays listed as pending", "notification/DeliverNotice",
                    "        forget(message);\n        arrived(message);\n    }\n",
                    "        forget(message);\n    }\n"),
            new Mutant("a dead address is the end", "notification/Chain",
                    "case Outcome.Retry _, Outcome.Dead _, Outcome.Failed _ -> onward",
                    "case Outcome.Dead _ -> new Next.Done();\n            case Outcome.Retry _, Outcome.Failed _ -> onward"),
            new Mutant("an attempt is made although its receipt is there", "notification/Receipts",
                    "history, event -> isReceipt(event, key) || Settlements.settles(event, notice.id()))", "history, event -> false)"),
            new Mutant("a time-out of a channel counts as sent", "notification/Receipt",
                    "case Outcome.Retry _ -> \"retry\";", "case Outcome.Retry _ -> \"sent\";"),
            new Mutant("a partial delivery counts as sent", "notification/Receipt",
                    "case Outcome.Partial _ -> \"partial\";", "case Outcome.Partial _ -> \"sent\";"),
            new Mutant("nobody tries again after a busy channel", "notification/DeliverNotice",
                    "pending(message.again(again.attempt()), again.delay(), \"another-attempt\", channel(message, course));", "arrived(message);"),
            new Mutant("nobody tries the next channel", "notification/DeliverNotice",
                    "pending(message.onward(onward.step(), onward.missed()), Duration.ZERO, \"next-channel\", channel(message, course));", "arrived(message);"),
            new Mutant("nobody learns that all channels failed", "notification/DeliverNotice",
                    "case Chain.Next.Exhausted _ -> exhausted(message, course, book);", "case Chain.Next.Exhausted _ -> { }"),
            new Mutant("who should help gets no to-do", "notification/Escalation",
                    "todos.add(new Todos.Todo(person, next.id(), Notices.UNDELIVERED, next.lead(), next.text(), clock.now()));", ""),
            new Mutant("a notice that is settled is delivered when its recipient comes back", "notification/Receipts",
                    "isReceipt(event, key) || Settlements.settles(event, notice.id()))", "isReceipt(event, key))"),
            new Mutant("every message is a notice of its own", "notice/Notices",
                    "moment(lead.assignedAt()), NEW_LEAD, lead.owner(),", "moment(lead.assignedAt()) + Integer.toHexString(System.identityHashCode(new Object())), NEW_LEAD, lead.owner(),"),
            new Mutant("whoever is told once more is told of another time", "assignment/NewOwner",
                    "var notice = Notices.newLead(lead, facts, because);",
                    "var notice = Notices.newLead(lead.but().ownedBy(lead.owner(), lead.createdAt(), lead.watch().team()).done(), facts, because);"),
            new Mutant("a message that waits for a busy robot is not sent again", "notification/DeliverNotice",
                    "pending(message.waiting(wait), wait, \"room\", address.channel());", ""),
            new Mutant("a notice is kept for later and not counted as due", "notice/HeldNotices", "        count(kept);", ""),
            new Mutant("a digest is never sent", "deadlines/ReleaseNotices", "announcements.decided(bundle.digest(), planned.at());", ""),
            new Mutant("what comes while a bundle goes out is forgotten with it", "notice/HeldNotices",
                    "Condition.all(mine(due), Condition.equal(\"n\", due.bundle().count()))", "mine(due)"),
            new Mutant("whoever fails in quiet hours is not tried again when they are over", "notification/DeliverNotice",
                    "until -> hold(message, HeldNotices.Why.QUIET_HOURS, until)", "until -> { }"),
            new Mutant("the parts of a digest leave no receipt", "deadlines/ReleaseNotices",
                    "settlements.digested(part.notice(), part.lead(), taken.recipient(), bundle.digest().id());", ""),
            new Mutant("a notice that arrives in the end stays listed as pending", "notification/DeliverNotice",
                    "if (!message.isFirst()) {", "if (message.isFirst()) {"));

    private NoticeBugs() {}
}
