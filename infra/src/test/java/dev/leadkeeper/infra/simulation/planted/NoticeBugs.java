package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in how people learn of things. */
final class NoticeBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("an attempt is made although its receipt is there", "notification/Receipts",
                    "history, event -> isReceipt(event, key) || settles(event, notice))", "history, event -> false)"),
            new Mutant("a time-out of a channel counts as sent", "notification/Receipt",
                    "case Outcome.Retry _ -> \"retry\";", "case Outcome.Retry _ -> \"sent\";"),
            new Mutant("a partial delivery counts as sent", "notification/Receipt",
                    "case Outcome.Partial _ -> \"partial\";", "case Outcome.Partial _ -> \"sent\";"),
            new Mutant("nobody tries again after a busy channel", "notification/DeliverNotice",
                    "case Chain.Next.Again again -> send(message.again(again.attempt()), again.delay());", "case Chain.Next.Again again -> { }"),
            new Mutant("nobody tries the next channel", "notification/DeliverNotice",
                    "case Chain.Next.Onward onward -> send(message.onward(onward.step(), onward.missed()), Duration.ZERO);", "case Chain.Next.Onward onward -> { }"),
            new Mutant("nobody learns that all channels failed", "notification/DeliverNotice",
                    "case Chain.Next.Exhausted _ -> escalation.undelivered(message, book.undeliveredTo());", "case Chain.Next.Exhausted _ -> { }"),
            new Mutant("who should help gets no to-do", "notification/Escalation",
                    "todos.add(new Todos.Todo(person, next.id(), Notices.UNDELIVERED, notice.lead(), next.text(), clock.now()));", ""),
            new Mutant("a settled notice is escalated when it comes again", "notification/Escalation",
                    "if (receipts.settled(notice)) {", "if (notice.id().isEmpty()) {"),
            new Mutant("a notice that is settled is delivered when its recipient comes back", "notification/Receipts",
                    "isReceipt(event, key) || settles(event, notice))", "isReceipt(event, key))"),
            new Mutant("every message is a notice of its own", "notice/Notices",
                    "moment(lead.assignedAt()), NEW_LEAD, lead.owner(),", "moment(lead.assignedAt()) + Integer.toHexString(System.identityHashCode(new Object())), NEW_LEAD, lead.owner(),"),
            new Mutant("a message that waits for a busy robot is not sent again", "notification/DeliverNotice",
                    "send(message.waiting(wait), wait);", ""));

    private NoticeBugs() {}
}
