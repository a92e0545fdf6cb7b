package dev.leadkeeper.evidence;

import dev.leadkeeper.evidence.check.Checker;
import dev.leadkeeper.evidence.check.Declaration;
import dev.leadkeeper.lead.FileReason;
import dev.leadkeeper.evidence.check.Scratch;
import dev.leadkeeper.evidence.check.Verdict;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.Found;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.FileVerdicts;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Quarantine.Seen;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import dev.leadkeeper.settings.FollowUps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One upload: into a temporary file, checked there, from there into the vault, then the verdict, then whoever must know, then
 * out of the quarantine. Every step may be repeated, and the object goes last; so whoever dies in between leaves everything to
 * the message that comes again. What is kept is the temporary file that was checked, whatever lies in the quarantine by then.
 */
public final class JudgeUpload {
    /** A scan that said this has found something. Anything else than this and {@link #CLEAN} says nothing about the file. */
    private static final String THREATS = "THREATS_FOUND";
    private static final String CLEAN = "NO_THREATS_FOUND";
    /** {@link Found#flags}: the scan for malware could not look into it. */
    private static final String UNSCANNED = "unscanned";

    private final Quarantine quarantine;
    private final Vault vault;
    private final Activities activities;
    private final FileVerdicts verdicts;
    private final FollowUps followUps;
    private final Uses uses;
    private final Scans scans;
    private final Consequences consequences;
    private final Measures measures;
    private final boolean awaitsScan;
    private final Checker checker = new Checker();

    private JudgeUpload(Quarantine quarantine, Vault vault, Store store, Queue queue, Clock clock, Ids ids, Measures measures, boolean awaitsScan) {
        this.quarantine = quarantine;
        this.vault = vault;
        this.activities = new Activities(store, clock, ids);
        this.verdicts = new FileVerdicts(store, clock, ids);
        this.followUps = new FollowUps(store);
        this.uses = new Uses(store, clock);
        this.scans = new Scans(store, clock);
        this.consequences = new Consequences(store, queue, clock, ids);
        this.measures = measures;
        this.awaitsScan = awaitsScan;
    }

    /** @param awaitsScan whether a verdict waits for a scan for malware */
    public static JudgeUpload over(Quarantine quarantine, Vault vault, Store store, Queue queue, Clock clock, Ids ids, Measures measures,
                                   boolean awaitsScan) {
        return new JudgeUpload(quarantine, vault, store, queue, clock, ids, measures, awaitsScan);
    }

    /** What to count. */
    public interface Measures {
        /** A file has its verdict. @param detail what exactly was met, may be empty */
        void judged(String lead, EvidenceFile.State verdict, List<String> reasons, String detail);

        /** Something lies in the quarantine that nobody awaits, and is removed. */
        void stray(String because);
    }

    /** Acts on a message of the queue of uploads. Returns when it is done for good. */
    public void take(Map<String, Object> message) {
        News.of(message).forEach(this::handle);
    }

    void handle(News news) {
        if (news instanceof News.Scanned result) {
            scans.note(result);
        }
        var place = Place.of(news.key());
        // What is under the name now; of what it replaced there is another message, which finds the same. Whoever is overtaken while
        // at it looks again: the one that overtook may have seen something older, which is gone.
        var seen = quarantine.look(news.key(), null);
        while (seen.isPresent() && !settles(place, seen.get())) {
            seen = quarantine.look(news.key(), null);
        }
    }

    /** Whether nothing is left to do about what was seen. */
    private boolean settles(Optional<Place> place, Seen seen) {
        if (place.isPresent()) {
            return judge(place.get(), seen);
        }
        measures.stray("no-name-of-ours");
        quarantine.delete(seen);
        return true;
    }

    private boolean judge(Place place, Seen seen) {
        return switch (verdicts.checking(place.lead(), place.activity(), place.file(), Place.mark(seen))) {
            case FileVerdicts.Moved.Done(var activity) -> check(place, seen, activity);
            case FileVerdicts.Moved.Elsewhere(var activity, var file) -> {
                finish(place, activity, file);
                if (!Place.mark(seen).equals(file.mark())) {
                    measures.stray("has-its-verdict");
                }
                quarantine.delete(seen);
                yield true;
            }
            case FileVerdicts.Moved.Unknown() -> {
                measures.stray("not-declared");
                quarantine.delete(seen);
                yield true;
            }
        };
    }

    /** What follows from a verdict once more: whoever stored it may have died right after, and what it was about may be replaced since. */
    private void finish(Place place, Activity activity, EvidenceFile file) {
        switch (file.state()) {
            case VALID, REJECTED -> {
                verdicts.verdict(place.lead(), place.activity(), place.file(), file.mark(), file.state(), file.found());
                consequences.again(place, activity, file);
            }
            case AWAITED, CHECKING, EXPIRED -> { }
        }
    }

    private boolean check(Place place, Seen seen, Activity activity) {
        var scan = awaitsScan ? scans.of(seen.key(), Place.mark(seen)) : Optional.of(CLEAN);
        if (scan.isEmpty()) {
            return true; // its result is another message
        }
        var file = activity.files().get(place.file());
        var content = quarantine.open(seen);
        if (content.isEmpty()) {
            return false; // replaced since
        }
        try (var in = content.get(); var scratch = Scratch.of(in, file.bytes())) {
            return decide(place, seen, activity, scratch, scan.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean decide(Place place, Seen seen, Activity activity, Scratch scratch, String scan) {
        var file = activity.files().get(place.file());
        var verdict = scan.equals(THREATS) ? malware(scratch)
                : checker.check(scratch, new Declaration(file.name(), file.type(), file.bytes(), file.sha256()));
        var moved = switch (verdict) {
            case Verdict.Valid valid -> {
                vault.keep(valid.sha256(), scratch, valid.format().type());
                measures.judged(place.lead(), State.VALID, List.of(), "");
                yield verdicts.verdict(place.lead(), place.activity(), place.file(), Place.mark(seen), State.VALID,
                        found(place, seen, activity, valid, scan));
            }
            case Verdict.Rejected rejected -> {
                var reasons = rejected.reasons().stream().map(FileReason::word).toList();
                measures.judged(place.lead(), State.REJECTED, reasons, rejected.detail());
                yield verdicts.verdict(place.lead(), place.activity(), place.file(), Place.mark(seen), State.REJECTED,
                        new Found(rejected.found().map(format -> format.kind().word()).orElse(null), reasons, List.of(),
                                rejected.hints().toDoc(), null));
            }
        };
        return switch (moved) {
            case FileVerdicts.Moved.Done(var now) -> {
                consequences.first(place, now, now.files().get(place.file()));
                quarantine.delete(seen);
                yield true;
            }
            // Another object took its place while this one was checked.
            case FileVerdicts.Moved.Elsewhere _, FileVerdicts.Moved.Unknown() -> {
                measures.stray("overtaken");
                yield false;
            }
        };
    }

    private static Verdict malware(Scratch scratch) {
        return new Verdict.Rejected(List.of(FileReason.MALWARE), Optional.empty(), dev.leadkeeper.evidence.check.Hints.NONE, scratch.sha256(), THREATS);
    }

    private Found found(Place place, Seen seen, Activity activity, Verdict.Valid valid, String scan) {
        var flags = new ArrayList<String>();
        var hints = new LinkedHashMap<>(valid.hints().toDoc());
        hints.put(Order.STORED_AT, seen.at().toString());
        var before = uses.note(valid.sha256(), place, activity.staff());
        if (!before.isEmpty()) {
            flags.add(EvidenceFile.DUPLICATE);
            hints.put(Consequences.USED_BEFORE, before.stream().limit(Consequences.MOST_SHOWN).toList());
        }
        Order.judge(followUps.live(), activity, activities.of(place.lead()), seen.at(), valid.hints()).ifPresent(old -> {
            flags.add(EvidenceFile.TOO_OLD);
            hints.put(Consequences.OLDER_BY, old.by());
            hints.put(Consequences.OLDER_MADE, old.made().toString());
            hints.put(Consequences.OLDER_THAN, old.required().toString());
        });
        if (!scan.equals(CLEAN)) {
            flags.add(UNSCANNED);
        }
        return new Found(valid.format().kind().word(), List.of(), flags, hints, "sha256/" + valid.sha256());
    }
}
