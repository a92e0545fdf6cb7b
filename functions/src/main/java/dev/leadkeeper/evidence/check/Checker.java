package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Checks one file at a time, each on a thread of its own that a hostile file may exhaust. */
public final class Checker {
    /** A budget is spent in a fraction of this; only a library that loops without reading anything ever waits for it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Bytes. Parsers of nested things need tens of kilobytes; what needs more than this is nested to do harm. */
    private static final long STACK = 1 << 20;

    /**
     * Checks the content against what was declared of it.
     *
     * @throws UncheckedIOException if the temporary file cannot be read, which says nothing about its content
     */
    public Verdict check(Scratch file, Declaration declared) {
        var budget = new Budget();
        var check = new Check(file, declared, budget);
        var thread = Thread.ofPlatform().name("check").daemon().stackSize(STACK).unstarted(check);
        thread.start();
        var inTime = false;
        try {
            inTime = thread.join(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inTime) {
            budget.stop();
            return rejected(file, FileReason.TOO_COMPLEX, "out of time");
        }
        if (check.fault != null) {
            throw check.fault;
        }
        return check.verdict;
    }

    private static Verdict rejected(Scratch file, FileReason reason, String detail) {
        return new Verdict.Rejected(List.of(reason), Optional.empty(), Hints.NONE, file.sha256(), detail);
    }

    /** One check. Ends with a verdict or with a fault of ours. */
    private static final class Check implements Runnable {
        private final Scratch file;
        private final Declaration declared;
        private final Budget budget;
        private Verdict verdict;
        private RuntimeException fault;

        Check(Scratch file, Declaration declared, Budget budget) {
            this.file = file;
            this.declared = declared;
            this.budget = budget;
        }

        @Override
        public void run() {
            try {
                verdict = verdict();
            } catch (StackOverflowError | OutOfMemoryError exhausted) {
                // Of this thread and of what it held, which is gone with it: the file asked for more than any honest one does.
                verdict = rejected(file, FileReason.TOO_COMPLEX, exhausted.getClass().getSimpleName());
            } catch (RuntimeException ours) {
                fault = ours;
            }
        }

        private Verdict verdict() {
            var reasons = new TreeSet<FileReason>();
            if (file.bytes() == 0) {
                return rejected(file, FileReason.EMPTY, "");
            }
            if (file.bytes() != declared.bytes()) {
                reasons.add(FileReason.DIFFERENT_SIZE);
            } else if (!file.sha256().equalsIgnoreCase(declared.sha256())) {
                reasons.add(FileReason.DIFFERENT_CONTENT);
            }
            Finding finding = null;
            var detail = "";
            try {
                finding = Inspection.of(new Bytes(file.channel(), budget), declared);
                reasons.addAll(finding.reasons());
                detail = finding.detail();
                if (!finding.format().goesWith(declared)) {
                    reasons.add(FileReason.WRONG_TYPE);
                }
            } catch (Refusal refusal) {
                reasons.add(refusal.reason());
                detail = refusal.getMessage();
            }
            if (finding != null && reasons.isEmpty()) {
                return new Verdict.Valid(finding.format(), finding.hints(), file.sha256());
            }
            return new Verdict.Rejected(new ArrayList<>(reasons), Optional.ofNullable(finding).map(Finding::format),
                    finding == null ? Hints.NONE : finding.hints(), file.sha256(), detail);
        }
    }
}
