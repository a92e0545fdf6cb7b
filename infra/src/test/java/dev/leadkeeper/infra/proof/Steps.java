package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Numbers;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far something is, ten times on the way: calm on a terminal and readable in a file. Thread-safe. */
final class Steps {
    private static final int STEPS = 10;

    private final Run run;
    private final String what;
    private final long all;
    private final long begun = System.nanoTime();
    private final AtomicLong told = new AtomicLong();

    /** @param what is counted, in the plural */
    Steps(Run run, String what, long all) {
        this.run = run;
        this.what = what;
        this.all = all;
    }

    /** So many are done. */
    void at(long done) {
        var step = done * STEPS / all;
        if (step > told.get() && told.getAndAccumulate(step, Math::max) < step) {
            run.say("  %3d %%  %s of %s %s, %s s".formatted(step * 100 / STEPS, Numbers.plain(done), Numbers.plain(all), what, Proven.seconds(begun)));
        }
    }
}
