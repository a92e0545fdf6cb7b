package dev.leadkeeper.infra.simulation;

/** What can go wrong: first what happens to a single port call, then what the environment does. */
enum FaultKind {
    /** The process dies before the call has any effect. */
    CRASH_BEFORE,
    /** The process dies after the effect, before it learns of it. */
    CRASH_AFTER,
    /** The call fails and nothing happened. */
    ERROR,
    /** The call fails and yet it happened (an ambiguous time-out). */
    ERROR_AFTER_EFFECT,
    /** Another transaction holds one of the items. */
    CONFLICT,
    /** The service refuses for now. */
    THROTTLE,

    /** A function takes longer than it may and is killed. */
    TIME_OUT,
    /** A message comes twice. */
    DUPLICATE_MESSAGE,
    /** A message comes minutes or hours late. */
    LATE_MESSAGE,
    /** A message becomes visible again while its first copy is still being handled. */
    TWO_LIVE_COPIES,
    /** A message lands in the dead-letter queue, from which somebody moves it back. */
    DEAD_LETTER,
    /** The index shows what was true seconds ago. */
    STALE_INDEX,
    /** A glance at an item shows what was true a moment ago. */
    STALE_GLANCE,
    /** A tick of the schedule does not happen. */
    TICK_MISSED,
    /** A tick happens twice. */
    TICK_DOUBLED,
    /** A tick happens minutes late. */
    TICK_LATE,
    /** A channel is busy, refuses, or answers nonsense. */
    CHANNEL_TROUBLE,
    /** A channel takes a message and times out all the same. */
    ACCEPTED_THEN_TIMED_OUT,
    /** A form sends what cannot be read. */
    POISON_BODY
}
