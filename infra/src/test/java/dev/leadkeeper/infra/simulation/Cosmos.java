package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Store;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What all ports of one schedule share: time, chance, faults, the trace, and who is running. Every port call goes through
 * {@link #call}, which is the only place where fibers yield and faults happen.
 */
final class Cosmos {
    private final EventLoop loop;
    private final Dice dice;
    private final Faults faults;
    private final Trace trace;
    private final long start;
    private final ArrayDeque<Fiber> idle = new ArrayDeque<>();
    private Invocation running;

    /** A fault that was thrown on purpose: where it was, nobody asks, and to find out would cost more than the call. */
    private static final class Fault extends Store.Fault {
        private static final long serialVersionUID = 1L;

        private Fault(String message) {
            super(message, null);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class AmbiguousFault extends Store.AmbiguousFault {
        private static final long serialVersionUID = 1L;

        private AmbiguousFault() {
            super("an error after the effect", null);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    Cosmos(long start, Dice dice, Faults faults, Trace trace) {
        this.loop = new EventLoop(start);
        this.dice = dice;
        this.faults = faults;
        this.trace = trace;
        this.start = start;
    }

    EventLoop loop() {
        return loop;
    }

    Dice dice() {
        return dice;
    }

    Faults faults() {
        return faults;
    }

    /** The invocation that is running, {@code null} between them. */
    Invocation running() {
        return running;
    }

    /** Notes something that belongs into the story. */
    void note(String who, String what) {
        trace.add(loop.now() - start, who, what, true);
    }

    /** The time as the running invocation sees it. */
    long clock() {
        return loop.now() + (running == null ? 0 : running.skew());
    }

    /** Milliseconds by which an instance's clock is off. */
    long skew() {
        return dice.between(-5_000, 5_000);
    }

    /** Runs the body as an invocation until it ends, and then says how: {@code null}, or what it threw. */
    void invoke(Invocation invocation, Runnable body, Consumer<RuntimeException> ended) {
        var fiber = idle.isEmpty() ? new Fiber() : idle.removeLast();
        fiber.give(() -> ended.accept(outcome(invocation, body)));
        invocation.runs(fiber);
        resume(invocation);
    }

    /** Lets go of the threads. */
    void end() {
        idle.forEach(Fiber::resume);
        idle.clear();
    }

    private RuntimeException outcome(Invocation invocation, Runnable body) {
        try {
            body.run();
            return null;
        } catch (Crash crash) {
            note(invocation.function(), "dies");
            return new Fault("crashed");
        } catch (Violation violation) {
            throw violation;
        } catch (Store.Fault fault) {
            note(invocation.function(), "fails: " + fault.getMessage());
            return fault;
        } catch (RuntimeException unforeseen) { // nothing but a port's fault may come out of a use case
            var trail = Arrays.stream(unforeseen.getStackTrace()).limit(6).map(Object::toString).toList();
            throw new Violation(invocation.function() + " threw " + unforeseen + " at " + trail);
        }
    }

    private void resume(Invocation invocation) {
        var before = running;
        running = invocation;
        try {
            invocation.fiber().resume();
        } finally {
            running = before;
            if (invocation.fiber().idle()) {
                idle.addLast(invocation.fiber());
            }
        }
    }

    /** Lets virtual time pass for the running invocation; others run meanwhile. Outside invocations nothing waits. */
    void sleep(long millis) {
        var me = running;
        if (me == null) {
            return;
        }
        if (!loop.passes(millis)) {
            loop.after(millis, () -> resume(me));
            me.fiber().yield();
        }
        if (me.overdue(loop.now())) {
            faults.count(FaultKind.TIME_OUT);
            note(me.function(), "times out");
            throw new Crash();
        }
    }

    /** A call that reads. */
    <T> T read(String what, List<FaultKind> possible, Supplier<T> effect) {
        return call(what, possible, effect, null, false);
    }

    /** A call that changes something. */
    <T> T change(String what, List<FaultKind> possible, Supplier<T> effect, Supplier<T> conflict) {
        return call(what, possible, effect, conflict, true);
    }

    /**
     * One port call: the way there, during which others run, and then the effect, or whatever goes wrong instead.
     *
     * @param possible what can go wrong with this call
     * @param conflict the answer to a rival transaction, where that is possible
     */
    private <T> T call(String what, List<FaultKind> possible, Supplier<T> effect, Supplier<T> conflict, boolean changes) {
        if (running == null) {
            return effect.get(); // the world itself looks or acts: no faults, no time
        }
        var function = running.function();
        sleep(latency());
        var fault = faults.next(possible);
        trace.add(loop.now() - start, function, fault == null ? what : what + " ! " + fault, changes || fault != null);
        return switch (fault) {
            case CRASH_BEFORE -> throw new Crash();
            case ERROR -> throw new Fault("an error without effect");
            case THROTTLE -> throw new Fault("throttled");
            case CONFLICT -> conflict.get();
            case CRASH_AFTER -> {
                effect.get();
                throw new Crash();
            }
            case ERROR_AFTER_EFFECT -> {
                effect.get();
                throw new AmbiguousFault();
            }
            case null -> effect.get();
            case TIME_OUT, DUPLICATE_MESSAGE, LATE_MESSAGE, TWO_LIVE_COPIES, DEAD_LETTER, STALE_INDEX, STALE_GLANCE, TICK_MISSED, TICK_DOUBLED,
                    TICK_LATE, CHANNEL_TROUBLE, ACCEPTED_THEN_TIMED_OUT, POISON_BODY -> throw new IllegalArgumentException("not of a call: " + fault);
        };
    }

    /** Mostly a few milliseconds; now and then so long that others do much meanwhile, or that the function times out. */
    private long latency() {
        return dice.chance(0.002) ? dice.between(500, 8_000) : dice.between(1, 20);
    }
}
