package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Notifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Channels within the cosmos: mostly fine, at times busy, broken, or accepting a message and timing out all the same. */
final class SimulatedNotifier implements Notifier {
    private static final List<FaultKind> ATTEMPT = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER);

    private final Cosmos cosmos;
    private final Consumer<String> asked;
    private final Set<String> delivered = new HashSet<>();
    private double trouble = 0.15;

    /** @param asked told of each notice that a channel is asked to deliver */
    SimulatedNotifier(Cosmos cosmos, Consumer<String> asked) {
        this.cosmos = cosmos;
        this.asked = asked;
    }

    /** From now on every channel works. */
    void calm() {
        trouble = 0;
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var notice = (String) attempt.reference().get("notice");
        return cosmos.change("notify " + attempt.reference().get("recipient") + " of " + notice, ATTEMPT, () -> {
            asked.accept(notice);
            if (!cosmos.dice().chance(trouble)) {
                delivered.add(notice);
                return new Outcome.Sent("ok");
            }
            return trouble(notice);
        }, null);
    }

    private Outcome trouble(String notice) {
        var kind = cosmos.dice().below(5);
        cosmos.faults().count(kind == 4 ? FaultKind.ACCEPTED_THEN_TIMED_OUT : FaultKind.CHANNEL_TROUBLE);
        var outcome = switch (kind) {
            case 0 -> new Outcome.Dead("bad key");
            case 1 -> new Outcome.Failed("not understood");
            case 2 -> new Outcome.Partial("some", List.of("somebody"));
            case 3 -> new Outcome.Retry("busy");
            default -> {
                delivered.add(notice);
                yield new Outcome.Retry("timed out");
            }
        };
        cosmos.note("channel", "answers " + outcome.because());
        return outcome;
    }

    /** Whether a notice with this id ever reached somebody. */
    boolean reached(String notice) {
        return delivered.contains(notice);
    }
}
