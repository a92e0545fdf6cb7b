package dev.leadkeeper.telemetry;

import java.util.Optional;

/** Every metric, by its name in CloudWatch. Namespace: {@code leadkeeper/<stack>}. One with a dimension is also there without. */
public enum Metric {
    /** Posts that were answered 200, by form. */
    ACCEPTED("accepted", Unit.COUNT, "form"),
    /** Posts and assignments that were refused, by reason ({@code signature}, {@code too-large}, {@code nobody-eligible} …). */
    REFUSED("refused", Unit.COUNT, "reason"),
    /** How long after its receipt a lead reaches a stage ({@code scoring}, {@code assignment}). */
    AGE_AT_STAGE("ageAtStage", Unit.MILLISECONDS, "stage"),
    /** From a post's receipt to a channel's confirmation that somebody has the notice. */
    POST_TO_NOTICE("postToNotice", Unit.MILLISECONDS, null),
    /** Work that was owed for too long and was sent again, by what it was. */
    RESENT("resent", Unit.COUNT, "what"),
    /** Fields seen for the first time that a form's mapping does not know, by form. */
    DRIFT("drift", Unit.COUNT, "form"),
    /** Leads put on the waiting list, by reason. */
    WAITING("waiting", Unit.COUNT, "reason"),
    /** Posts that went to the attention list, by reason. */
    ATTENTION("attention", Unit.COUNT, "reason"),
    /** Attempts to notify, by outcome ({@code sent}, {@code partial}, {@code retry}, {@code dead}, {@code failed}). */
    NOTICES("notices", Unit.COUNT, "outcome"),
    /** Notices that wait for the end of quiet hours, a digest or a flood, by what they wait for. */
    HELD("held", Unit.COUNT, "why"),
    /** Notices that reached nobody on any channel. */
    UNDELIVERED("undelivered", Unit.COUNT, null),
    /** Assignments, by rule. */
    DECISIONS("decisions", Unit.COUNT, "rule"),
    /** Sweeps that went all the way, by lane: {@code minute} one a minute, {@code daily} and {@code checkup} one a day. */
    SWEPT("swept", Unit.COUNT, "lane"),
    /** Timers of leads that fired, by the event they led to. */
    FIRED("fired", Unit.COUNT, "event"),
    /** Anchors that were taken; one an hour. */
    ANCHORED("anchored", Unit.COUNT, null),
    /** Files that were judged, by outcome: {@code valid}, the weightiest reason against it, or {@code expired} for one that never came. */
    EVIDENCE("evidence", Unit.COUNT, "outcome"),
    /** Messages and invocations that failed and come back. */
    FAULTS("faults", Unit.COUNT, null);

    /** Units as CloudWatch spells them. */
    public enum Unit {
        COUNT("Count"), MILLISECONDS("Milliseconds");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final String word;
    private final Unit unit;
    private final String dimension;

    Metric(String word, Unit unit, String dimension) {
        this.word = word;
        this.unit = unit;
        this.dimension = dimension;
    }

    /** The metric's name in CloudWatch. */
    public String word() {
        return word;
    }

    public Unit unit() {
        return unit;
    }

    /** By what it is told apart, if by anything. */
    public Optional<String> dimension() {
        return Optional.ofNullable(dimension);
    }
}
