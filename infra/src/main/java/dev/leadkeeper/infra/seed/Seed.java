package dev.leadkeeper.infra.seed;

import dev.leadkeeper.port.Store;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The command {@code ./mvnw -Pseed}. Ends with status 0 if the stack now is as the folder says (or would be, when dry). */
public final class Seed {
    /** Whose days count: those of the calendar in the sample. */
    static final ZoneId DAYS = ZoneId.of("Asia/Shanghai");

    private final PrintStream out;

    Seed(PrintStream out) {
        this.out = out;
    }

    /** Options are system properties; {@code root} is that of the repository. */
    public static void main(String... arguments) {
        var seed = new Seed(System.out);
        try {
            var options = SeedOptions.of(System.getProperties(), Path.of(System.getProperty("root", ".")).toAbsolutePath().normalize());
            seed.run(options, LocalDate.now(Clock.system(DAYS)), System.getenv());
        } catch (OrganisationInvalid e) {
            System.err.println("\nNothing was written. The folder has to be mended first:");
            e.problems().forEach(problem -> System.err.println("  " + problem));
            System.exit(1);
        } catch (SdkClientException e) {
            System.err.println("\nNo answer: " + e.getMessage());
            System.err.println("Is the address right (-Dendpoint, -Dregion), and are there credentials, as for any AWS tool?");
            System.exit(1);
        } catch (IllegalArgumentException | IllegalStateException | SdkException | Store.Fault e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
    }

    void run(SeedOptions options, LocalDate today, Map<String, String> environment) {
        var target = Target.open(options, environment);
        var organisation = Organisation.load(options.folder(), today, target.local() ? "http://localhost:8080" : null);
        if (!target.local()) {
            refuseTheSample(organisation);
        }
        load(organisation, target, options);
    }

    /** Everybody can read the sample's secrets, and its people are nobody. */
    static void refuseTheSample(Organisation organisation) {
        if (!organisation.sample().isEmpty() || !organisation.secrets().isEmpty()) {
            var files = organisation.sample().isEmpty() ? List.of("secrets.yaml") : organisation.sample();
            throw new OrganisationInvalid(files.stream().map(file -> file + ": is for the local cloud only. Copy the folder, "
                    + (file.equals("secrets.yaml") ? "leave this file out (secrets are made here and shown once)"
                    : "put your own in place of the sample and remove `sample: true`") + ", and name the copy with -Dfolder=").toList());
        }
    }

    void load(Organisation organisation, Target target, SeedOptions options) {
        var secrets = new SecretPlanner(target.vault());
        var plans = List.of(new Planner(target.store(), options.prune()).plan(organisation),
                target.local() ? secrets.ofTheSample(organisation) : secrets.ofOnesOwn(organisation));
        out.println("\nThe stack " + options.stack() + " and " + options.folder() + ":");
        plans.forEach(plan -> plan.print(out));
        if (plans.stream().allMatch(Plan::isEmpty)) {
            out.println("\nNothing to do.");
        } else if (options.dry()) {
            out.println("\nNothing was written: -Ddry=true.");
        } else {
            plans.forEach(Plan::apply);
            out.println("\nWritten.");
            show(secrets.issued());
        }
    }

    private void show(Map<String, String> issued) {
        if (!issued.isEmpty()) {
            out.println("""

                    New secrets, shown this once. Enter each at its vendor; where the vendor hands out a secret of its own, store that
                    one instead: aws ssm put-parameter --overwrite --type SecureString --name /leadkeeper/STACK/NAME --value SECRET
                    """);
            issued.forEach((name, value) -> out.printf("  %-32s %s%n", name, value));
        }
    }
}
