package dev.leadkeeper.infra.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.demo.Demo;
import dev.leadkeeper.infra.local.demo.Sample;
import dev.leadkeeper.infra.local.demo.SampleReader;
import dev.leadkeeper.infra.local.http.HttpFront;
import dev.leadkeeper.infra.local.template.TemplateError;
import dev.leadkeeper.infra.seed.LocalOrganisation;
import dev.leadkeeper.infra.seed.OrganisationInvalid;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * {@code ./mvnw -Plocal}: starts the local cloud, posts the samples and serves until Ctrl-C. Flags are system properties:
 * {@code port} (8080), {@code demo} (true), {@code exit} (false), {@code data} (a directory; in memory without),
 * {@code logs} (false: print the functions' logs), {@code lang} (zh or en), {@code schedules} (true; with false they fire only
 * by POST /local/tick/…), {@code doubles} (false: true where S3 notifies twice of every second upload), {@code speed} (1: how many times
 * as fast as the machine's time runs, after the samples), {@code root} (the repository).
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(out);
        out.flush();
        // Threads of the emulators would keep the process alive.
        Runtime.getRuntime().halt(status);
    }

    private static int run(PrintStream out) throws Exception {
        Options options;
        int speed;
        try {
            options = options();
            speed = Flags.speed(set("speed"));
        } catch (IllegalArgumentException e) {
            System.err.println("leadkeeper cannot start: " + e.getMessage());
            return 1;
        }
        boolean exit = Boolean.getBoolean("exit");
        Console console = new Console(out, !System.getProperty("lang", "zh").equals("en"));
        LocalCloud cloud;
        try {
            cloud = LocalCloud.start(options, organisation(), console::notice);
        } catch (HttpFront.PortInUse | TemplateError | OrganisationInvalid | IllegalStateException e) {
            System.err.println("leadkeeper cannot start: " + e.getMessage());
            return 1;
        }
        cloud.travel().listener(console);
        cloud.clock().onChange(() -> console.speed(cloud.clock().speed()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cloud.close();
            stopped.countDown();
        }, "stop"));
        long readyMillis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        console.started(cloud, options, readyMillis);
        ObjectNode summary = Json.object().put("samples", 0).put("asExpected", 0);
        if (!System.getProperty("demo", "true").equals("false")) {
            List<Sample> samples = SampleReader.readAll(options.root().resolve("events/forms"));
            console.quiet(true);
            summary = new Demo(cloud, out, console.chinese(), console.columns(), speed > 1).run(samples);
            console.quiet(false);
        }
        if (!exit) {
            cloud.clock().speed(speed);
            out.println();
            out.println("leadkeeper is ready at " + cloud.api());
            stopped.await();
            return 0;
        }
        cloud.close();
        summary.put("readyMs", readyMillis);
        out.println(summary);
        return summary.path("samples").asInt() == summary.path("asExpected").asInt()
                && summary.path("files").asInt() == summary.path("filesAsExpected").asInt()
                && summary.path("life").asInt() == summary.path("lifeAsExpected").asInt() ? 0 : 1;
    }

    private static Options options() {
        Path root = Path.of(System.getProperty("root", ".")).toAbsolutePath().normalize();
        return new Options(root, root.resolve("template.yaml"), Map.of(), Flags.port(set("port")),
                set("data").map(root::resolve).map(Flags::directory), Boolean.getBoolean("logs"), !System.getProperty("schedules", "true").equals("false"),
                Boolean.getBoolean("doubles"),
                Optional.empty(), Optional.empty());
    }

    /** A property that Maven passed on without a value counts as not given. */
    private static Optional<String> set(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static OrganisationLoader organisation() {
        return (endpoints, environment, api, folder) -> {
            try (SsmClient parameters = endpoints.ssmClient()) {
                LocalOrganisation.load(environment, parameters, api, folder);
            }
        };
    }
}
