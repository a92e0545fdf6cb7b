package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of the files that activities declare: each gets exactly one verdict, which stands on the timeline once. */
public final class FileVerdicts {
    private final Activities activities;
    private final Timelines timelines;
    private final Clock clock;

    /** Over this store. */
    public FileVerdicts(Store store, Clock clock, Ids ids) {
        this.activities = new Activities(store, clock, ids);
        this.timelines = new Timelines(store, clock);
        this.clock = clock;
    }

    /** What became of an attempt to change a file's state. */
    public sealed interface Moved {
        /** The state is as asked; {@code activity} is as it is now. */
        record Done(Activity activity) implements Moved {}

        /** The file is elsewhere: it has its verdict, or another object is being checked. */
        record Elsewhere(Activity activity, EvidenceFile file) implements Moved {}

        /** There is no such activity or file. */
        record Unknown() implements Moved {}
    }

    /**
     * An object has arrived for a declared file and is being checked. An object that arrives later takes the place of one
     * whose check has not ended.
     *
     * @param mark tells this object from any other under its key: its version, or its ETag
     */
    public Moved checking(String lead, String activity, String file, String mark) {
        return move(lead, activity, file, now -> switch (now.state()) {
            case AWAITED -> Optional.of(now.checking(mark, clock.now()));
            case CHECKING -> Optional.of(mark.equals(now.mark()) ? now : now.checking(mark, clock.now()));
            case VALID, REJECTED, EXPIRED -> Optional.empty();
        });
    }

    /**
     * The check of the object with this mark has ended. The same verdict again changes nothing and is {@link Moved.Done}
     * too, so that whoever died in between finishes what follows from it.
     *
     * @param verdict {@code VALID} or {@code REJECTED}
     */
    public Moved verdict(String lead, String activity, String file, String mark, EvidenceFile.State verdict,
                         EvidenceFile.Found found) {
        var moved = move(lead, activity, file, now -> switch (now.state()) {
            case CHECKING -> mark.equals(now.mark()) ? Optional.of(now.judged(verdict, found, clock.now())) : Optional.empty();
            case VALID, REJECTED -> mark.equals(now.mark()) && now.state() == verdict ? Optional.of(now) : Optional.empty();
            case AWAITED, EXPIRED -> Optional.empty();
        });
        return tell(moved, file);
    }

    /** The time for the upload is over. Changes nothing about a file that arrived. */
    public Moved expired(String lead, String activity, String file) {
        var moved = move(lead, activity, file, now -> switch (now.state()) {
            case AWAITED -> Optional.of(now.judged(EvidenceFile.State.EXPIRED, EvidenceFile.Found.NOTHING, clock.now()));
            case EXPIRED -> Optional.of(now);
            case CHECKING, VALID, REJECTED -> Optional.empty();
        });
        return tell(moved, file);
    }

    private Moved move(String lead, String activity, String file, Function<EvidenceFile, Optional<EvidenceFile>> step) {
        var changed = activities.change(lead, activity, now -> now.file(file).flatMap(step).map(now::with));
        if (changed.isPresent()) {
            return new Moved.Done(changed.get());
        }
        return activities.find(lead, activity).flatMap(now -> now.file(file).<Moved>map(one -> new Moved.Elsewhere(now, one)))
                .orElseGet(Moved.Unknown::new);
    }

    /** Puts a verdict on the timeline, once, also where whoever decided it died before. */
    private Moved tell(Moved moved, String id) {
        if (moved instanceof Moved.Done(var activity)) {
            var file = activity.files().get(id);
            var type = switch (file.state()) {
                case VALID -> "evidence-valid";
                case REJECTED -> "evidence-rejected";
                case EXPIRED -> "upload-expired";
                case AWAITED, CHECKING -> throw new IllegalStateException("no verdict: " + file.state().word());
            };
            timelines.appendOnce(activity.lead(), type, "system", verdictData(activity, file),
                    event -> isAbout(event, type, activity.id(), id));
        }
        return moved;
    }

    private static boolean isAbout(TimelineEvent event, String type, String activity, String file) {
        return event.type().equals(type) && activity.equals(event.data().get("activity")) && file.equals(event.data().get("file"));
    }

    private static Map<String, Object> verdictData(Activity activity, EvidenceFile file) {
        return Doc.build()
                .put("activity", activity.id())
                .put("file", file.id())
                .put("content", activity.salted(file.sha256()))
                .put("kind", file.found().kind())
                .putAll("reasons", file.found().reasons())
                .putAll("flags", file.found().flags())
                .done();
    }
}
