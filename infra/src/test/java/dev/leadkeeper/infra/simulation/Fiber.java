package dev.leadkeeper.infra.simulation;

import java.util.concurrent.locks.LockSupport;

/**
 * One thread of control that runs only when it is resumed and stops where it yields, so that of all fibers and the loop
 * exactly one runs at a time. A virtual thread with a baton: about a microsecond per switch if the loop is one as well.
 * When its work is done it can be given more: a new thread would cost more than most invocations wait, and would have to
 * fetch anew what libraries keep for a thread, such as buffers.
 */
final class Fiber {
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private Runnable work;
    private volatile Thread loop;
    private volatile boolean running;
    private boolean started;
    private Throwable escaped;

    /** Has this to do, from the next {@link #resume} on. Only for a fiber that is new or has done what it had to do. */
    void give(Runnable next) {
        if (work != null) {
            throw new IllegalStateException("the fiber has something to do");
        }
        work = next;
    }

    private void run() {
        while (work != null) {
            try {
                work.run();
            } catch (Throwable thrown) { // handed to the loop, which throws it there
                escaped = thrown;
            }
            work = null;
            this.yield();
        }
        running = false;
        LockSupport.unpark(loop);
    }

    /** Whether all is done that there was to do. */
    boolean idle() {
        return work == null;
    }

    /**
     * Runs the fiber until it yields or has done what it had to do; called by the loop only. Whatever escapes from that is thrown here.
     * With nothing to do it ends for good.
     */
    void resume() {
        loop = Thread.currentThread();
        running = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (running) {
            LockSupport.park(this);
        }
        var thrown = escaped;
        escaped = null;
        switch (thrown) {
            case null -> { }
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException("nothing else is thrown unchecked", thrown);
        }
    }

    /** Stops here until resumed; called by the fiber itself only. */
    void yield() {
        running = false;
        LockSupport.unpark(loop);
        while (!running) {
            LockSupport.park(this);
        }
    }
}
