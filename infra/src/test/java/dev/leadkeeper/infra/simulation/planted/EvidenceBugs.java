package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in what becomes of uploads: verdicts, what is kept, who learns of it, who reviews it. */
final class EvidenceBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("a verdict on one object is one on whatever lies there since", "ledger/FileVerdicts",
                    "case CHECKING -> mark.equals(now.mark()) ? Optional.of(now.judged(verdict, found, clock.now())) : Optional.empty();",
                    "case CHECKING -> Optional.of(now.judged(verdict, found, clock.now()));"),
            new Mutant("a verdict may replace another", "ledger/FileVerdicts",
                    "case VALID, REJECTED, EXPIRED -> Optional.empty();", "case VALID, REJECTED, EXPIRED -> Optional.of(now.checking(mark, clock.now()));"),
            new Mutant("what lies there by now is kept, not what was checked", "evidence/JudgeUpload",
                    "vault.keep(valid.sha256(), scratch, valid.format().type());",
                    "try (var in = quarantine.look(seen.key(), null).flatMap(quarantine::open).orElseThrow(() -> new Store.Fault(\"gone\", null));"
                            + " var now = Scratch.of(in, 1000)) { vault.keep(now.sha256(), now, valid.format().type()); }"
                            + " catch (IOException e) { throw new UncheckedIOException(e); }"),
            new Mutant("what is found valid is not kept", "evidence/JudgeUpload", "vault.keep(valid.sha256(), scratch, valid.format().type());", ""),
            new Mutant("what is uploaded is removed before it is kept", "evidence/JudgeUpload",
                    "vault.keep(valid.sha256(), scratch, valid.format().type());",
                    "quarantine.delete(seen); vault.keep(valid.sha256(), scratch, valid.format().type());"),
            new Mutant("a verdict stands in the history as often as it is said", "ledger/FileVerdicts",
                    "event -> isAbout(event, type, activity.id(), id));", "event -> false);"),
            new Mutant("a verdict whose writer died is missing in the history", "evidence/JudgeUpload",
                    "verdicts.verdict(place.lead(), place.activity(), place.file(), file.mark(), file.state(), file.found());", ""),
            new Mutant("a rejection is not told again on a repeat", "evidence/JudgeUpload", "consequences.again(place, activity, file);", ""),
            new Mutant("only who finds the object that was judged tells of the verdict", "evidence/JudgeUpload",
                    "finish(place, activity, file);\n                if (!Place.mark(seen).equals(file.mark())) {",
                    "if (Place.mark(seen).equals(file.mark())) {\n finish(place, activity, file);\n } else {"),
            new Mutant("a file expires while it is checked", "ledger/FileVerdicts",
                    "case AWAITED -> Optional.of(now.judged(EvidenceFile.State.EXPIRED, EvidenceFile.Found.NOTHING, clock.now()));\n"
                            + "            case EXPIRED -> Optional.of(now);\n            case CHECKING, VALID, REJECTED -> Optional.empty();",
                    "case AWAITED, CHECKING -> Optional.of(now.judged(EvidenceFile.State.EXPIRED, EvidenceFile.Found.NOTHING, clock.now()));\n"
                            + "            case EXPIRED -> Optional.of(now);\n            case VALID, REJECTED -> Optional.empty();"),
            new Mutant("files that are declared later expire with the first", "deadlines/ExpireUploads", ".limit(due.files())", ""),
            new Mutant("what never came is forgotten before it has expired", "deadlines/ExpireUploads",
                    "var waited = false;", "var waited = false; uploads.settle(due);"),
            new Mutant("an activity is changed as it was seen, whatever it is by now", "ledger/Activities",
                    "return store.write(new Write.Put(key(lead, activity), ActivityCodec.toDoc(next),\n                    Condition.equal(\"ver\", now.get().ver())))",
                    "return store.write(new Write.Put(key(lead, activity), ActivityCodec.toDoc(next), Condition.NONE))"),
            new Mutant("what was decided about stays in the review queue", "credibility/Reviews",
                    "List.of(ReviewQueue.remove(standing.get().queued()))", "List.of()"),
            new Mutant("what a verdict makes hard to believe waits for nobody", "evidence/Consequences",
                    "void first(Place place, Activity activity, EvidenceFile file) {\n        believing.refresh(place.lead());",
                    "void first(Place place, Activity activity, EvidenceFile file) {"));

    private EvidenceBugs() {}
}
