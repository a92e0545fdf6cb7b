package dev.leadkeeper.infra.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.aws.AwsPorts;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
import dev.leadkeeper.infra.bench.sweep.LeadsFiller;
import dev.leadkeeper.infra.bench.sweep.Stored;
import dev.leadkeeper.infra.local.Endpoints;
import dev.leadkeeper.infra.local.LocalCloud;
import dev.leadkeeper.infra.local.Options;
import dev.leadkeeper.infra.seed.LocalOrganisation;
import dev.leadkeeper.ledger.StaffBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The product on a local cloud of its own, whose people can take any number of leads, and when which lead was notified. */
final class Product implements AutoCloseable {
    private final LocalCloud cloud;
    private final Map<String, Long> notified;

    private Product(LocalCloud cloud, Map<String, Long> notified) {
        this.cloud = cloud;
        this.notified = notified;
    }

    static Product start(Path root) throws Exception {
        var notified = new ConcurrentHashMap<String, Long>();
        var cloud = LocalCloud.start(Options.forTests(root), (endpoints, environment, api, folder) -> {
            try (SsmClient parameters = endpoints.ssmClient()) {
                LocalOrganisation.load(environment, parameters, api, folder);
            }
            var book = new StaffBook(new AwsPorts(environment, new SystemClock(), new SecureIds()).store());
            book.everybody().staff().forEach(each -> book.save(Bottomless.of(each)));
        }, notice -> notified.putIfAbsent(lead(notice), System.nanoTime()));
        return new Product(cloud, notified);
    }

    private static String lead(JsonNode notice) {
        return notice.path("lead").asText("");
    }

    URI api() {
        return cloud.api();
    }

    Endpoints endpoints() {
        return cloud.endpoints();
    }

    /** When this lead's first notice arrived, by {@link System#nanoTime}; {@code null} if it has not yet. */
    Long notified(String lead) {
        return notified.get(lead);
    }

    /** Adds leads that somebody owns and leads that wait. */
    void fill(int stored, int waiting) throws Exception {
        try (var client = endpoints().dynamoDbClient()) {
            LeadsFiller.fill(client, cloud.environment().get("LEADS_TABLE"), Stored.at(Instant.now()), stored + waiting, waiting);
        }
    }

    /** MiB that the functions' process holds in memory. */
    double functionsMemory() throws IOException {
        return resident(functions().pid());
    }

    /** Milliseconds of processor time that the functions have taken so far. */
    double functionsCpu() {
        return cpu(functions());
    }

    /** The same of this process, with emulators and client. */
    double emulatorsCpu() {
        return cpu(ProcessHandle.current());
    }

    private static ProcessHandle functions() {
        return ProcessHandle.current().children().findFirst().orElseThrow(); // we start no other
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** MiB that this process holds in memory. */
    double emulatorsMemory() throws IOException {
        return resident(ProcessHandle.current().pid());
    }

    private static double resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
