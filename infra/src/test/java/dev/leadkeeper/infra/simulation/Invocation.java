package dev.leadkeeper.infra.simulation;

/** One invocation of a function: a fiber with a clock that is a little wrong and a time-out. */
final class Invocation {
    /** As in the template: pipeline functions are killed after six seconds. */
    static final long TIMEOUT = 6_000;

    private final String function;
    private final long started;
    private final long skew;
    private Fiber fiber;

    /**
     * @param started virtual milliseconds since the epoch
     * @param skew    milliseconds by which this instance's clock is off
     */
    Invocation(String function, long started, long skew) {
        this.function = function;
        this.started = started;
        this.skew = skew;
    }

    void runs(Fiber itsFiber) {
        fiber = itsFiber;
    }

    Fiber fiber() {
        return fiber;
    }

    String function() {
        return function;
    }

    long started() {
        return started;
    }

    long skew() {
        return skew;
    }

    boolean overdue(long now) {
        return now - started > TIMEOUT;
    }
}
