package dev.leadkeeper;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows that must not be. */
class ArchitectureTest {
    private static final String ROOT = "dev.leadkeeper.";
    private static final String[] FEATURES = packages("intake", "scoring", "assignment", "notification", "deadlines", "dormancy", "anchor", "evidence", "workbench", "admin", "followup");
    private static final String[] EDGE = packages("aws", "wiring");
    private static final ArchRule TIME = noClasses().that().resideOutsideOfPackages(packages("aws"))
            // The time that a network call may take is measured where the call is made.
            .and().haveNameNotMatching(ROOT + "notification\\.channel\\.Http(\\$.*)?")
            .should().callMethodWhere(world("java.lang.System", "currentTimeMillis|nanoTime").or(world("java.lang.Thread", "sleep"))
                    .or(world("java.time.(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)", "now"))
                    .or(world("java.time.Clock", "system.*")))
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date");
    private static final ArchRule CHANCE = noClasses().that().resideOutsideOfPackages(packages("aws"))
            .should().callMethodWhere(world("java.util.UUID", "randomUUID").or(world("java.lang.Math", "random")))
            .orShould().dependOnClassesThat().haveNameMatching("java\\.util\\.(Random|SplittableRandom|random\\..*)"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.leadkeeper");

    @Test
    void features_do_not_know_each_other() {
        for (var feature : FEATURES) {
            var others = Stream.of(FEATURES).filter(other -> !other.equals(feature)).toArray(String[]::new);
            holds(noClasses().that().resideInAnyPackage(feature).should().dependOnClassesThat().resideInAnyPackage(others));
        }
    }

    @Test
    void only_the_wiring_knows_features() {
        holds(noClasses().that().resideOutsideOfPackages(with(ROOT + "wiring..", FEATURES)).should().dependOnClassesThat().resideInAnyPackage(FEATURES));
    }

    @Test
    void the_kernel_knows_nothing_but_java() {
        holds(noClasses().that().resideInAnyPackage(packages("lead")).should().dependOnClassesThat()
                .resideOutsideOfPackages(with("java..", packages("lead"))));
    }

    @Test
    void the_ports_know_nothing_but_java() {
        holds(noClasses().that().resideInAnyPackage(packages("port")).should().dependOnClassesThat()
                .resideOutsideOfPackages(with("java..", packages("port"))));
    }

    @Test
    void the_clock_of_work_knows_nothing_but_java() {
        holds(noClasses().that().resideInAnyPackage(packages("calendar")).should().dependOnClassesThat()
                .resideOutsideOfPackages(with("java..", packages("calendar"))));
    }

    @Test
    void only_the_adapters_know_the_aws_sdk() {
        holds(noClasses().that().resideOutsideOfPackages(packages("aws")).should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon.."));
    }

    @Test
    void what_the_package_leaves_out_is_not_used() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon.awssdk.services.sqs..", "software.amazon.awssdk.services.ssm.."));
    }

    @Test
    void only_the_wiring_knows_the_adapters() {
        holds(noClasses().that().resideOutsideOfPackages(EDGE).should().dependOnClassesThat().resideInAnyPackage(packages("aws")));
    }

    @Test
    void only_handlers_know_lambda_and_the_wiring() {
        holds(noClasses().that().haveNameNotMatching(".*Handler(\\$.*)?").and().resideOutsideOfPackages(packages("wiring"))
                .should().dependOnClassesThat().resideInAnyPackage(with("com.amazonaws..", packages("wiring"))));
    }

    @Test
    void json_is_read_and_written_in_one_place() {
        holds(noClasses().that().resideOutsideOfPackages(packages("json")).should().dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.."));
    }

    @Test
    void time_and_chance_come_through_ports() {
        holds(TIME);
        holds(CHANCE);
    }

    @Test
    void nothing_that_is_deployed_runs_by_another_clock_than_the_machines() {
        holds(noClasses().should().callMethod("dev.leadkeeper.wiring.Wiring", "runBy", "dev.leadkeeper.port.Clock"));
    }

    @Test
    void the_environment_is_read_by_the_wiring_alone() {
        holds(noClasses().that().resideOutsideOfPackages(packages("wiring")).should().callMethodWhere(
                world("java.lang.System", "getenv|getProperty")));
    }

    @Test
    void lines_are_written_by_the_telemetry_alone() {
        holds(noClasses().that().resideOutsideOfPackages(packages("telemetry")).should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").orShould().callMethodWhere(world("java.lang.Throwable", "printStackTrace"))
                .orShould().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.slf4j.."));
    }

    @Test
    void nothing_is_mapped_by_reflection() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson.databind..",
                "com.fasterxml.jackson.annotation..", "software.amazon.awssdk.enhanced..", "java.lang.reflect.."));
    }

    @Test
    void files_on_the_machine_are_left_alone() {
        // But for the one temporary file that is checked.
        holds(noClasses().that().haveNameNotMatching(ROOT + "evidence\\.check\\.Scratch")
                .should().dependOnClassesThat().resideInAnyPackage("java.nio.file..")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.File(|Reader|Writer|InputStream|OutputStream)"));
    }

    @Test
    void the_rules_see_what_they_forbid() {
        var offender = new ClassFileImporter().importClasses(Offender.class);
        for (var rule : List.of(TIME, CHANCE)) {
            assertTrue(rule.evaluate(offender).hasViolation(), "class files of this Java version are not read");
        }
    }

    /** Does what nobody may. */
    static final class Offender {
        long now() {
            return System.nanoTime() + new Random(1).nextLong();
        }
    }

    private static void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    private static DescribedPredicate<JavaMethodCall> world(String owner, String method) {
        return target(owner(nameMatching(owner))).and(target(nameMatching(method))).forSubtype();
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    private static String[] with(String one, String... others) {
        return Stream.concat(Stream.of(one), Stream.of(others)).toArray(String[]::new);
    }
}
