package dev.leadkeeper.infra.local;

import java.net.URI;
import java.nio.file.Path;

/** The fixture stack in a process of its own, to be killed. Argument: the data directory; prints its address and waits. */
final class KilledCloud {
    private KilledCloud() {}

    public static void main(String[] arguments) throws Exception {
        URI api = FixtureCloud.start(FixtureCloud.options().withData(Path.of(arguments[0]))).cloud.api();
        System.out.println("at " + api);
        System.out.flush();
        Thread.currentThread().join();
    }
}
