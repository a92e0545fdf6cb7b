package dev.leadkeeper.infra.simulation;

import java.util.concurrent.locks.LockSupport;

/**
 * One thread of control that runs only when it is resumed and stops where it yields, so that of all fibers and the loop
 * exactly one runs at a time. A virtual thread with a baton: about a microsecond per switch if the loop is one as well.
 */
final class Fiber {
    private final Thread thread;
    private final Runnable body;
    private volatile Thread loop;
    private volatile boolean running;
    private volatile boolean done;
    private boolean started;
    private volatile Throwable escaped;

    Fiber(Runnable body) {
        this.body = body;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    private void run() {
        try {
            body.run();
        } catch (Throwable thrown) { // handed to the loop, which throws it there
            escaped = thrown;
        }
        done = true;
        running = false;
        LockSupport.unpark(loop);
    }

    /** Runs the fiber until it yields or ends; called by the loop only. Whatever escapes from the body is thrown here. */
    void resume() {
        if (done) {
            throw new IllegalStateException("the fiber has ended");
        }
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
        if (escaped instanceof Error error) {
            throw error;
        }
        if (escaped instanceof RuntimeException exception) {
            throw exception;
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
