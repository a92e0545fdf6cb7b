package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Roles and code say the same: what a function's code names, its role grants, and nothing else. */
class RightsTest {
    private static final SamTemplate TEMPLATE = template();

    @TestFactory
    Stream<DynamicTest> a_function_is_granted_the_tables_that_its_code_names() {
        return each(function -> {
            var named = Reach.of(handler(function)).tables().stream().map(table -> id(table) + "Table").collect(Collectors.toCollection(TreeSet::new));
            assertEquals(named, granted(function, action -> action.startsWith("dynamodb:")), "the code names (expected), the role grants (actual)");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_function_may_send_to_the_queues_that_its_code_names() {
        return each(function -> {
            var named = Reach.of(handler(function)).queues().stream().map(queue -> id(queue) + "Queue").collect(Collectors.toCollection(TreeSet::new));
            var granted = granted(function, "sqs:SendMessage"::equals);
            // Lambda itself sends there, with the role of the function.
            granted.remove(named(function.at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination")));
            assertEquals(named, granted, "the code names (expected), the role grants (actual)");
        });
    }

    private static Stream<DynamicTest> each(Consumer<Resource> check) {
        return TEMPLATE.functions().stream().map(function -> DynamicTest.dynamicTest(function.id(), () -> {
            // A handler that does not exist is the local cloud's complaint, which names it better.
            assumeTrue(Reach.exists(handler(function)), () -> "there is no " + handler(function));
            check.accept(function);
        }));
    }

    private static String handler(Resource function) {
        return String.valueOf(function.at("Handler"));
    }

    private static Set<String> granted(Resource function, Predicate<String> action) {
        return TEMPLATE.grants().stream().filter(grant -> grant.holder().id().equals(named(function.at("Role"))))
                .filter(grant -> grant.actions().stream().map(String::valueOf).anyMatch(action))
                .flatMap(grant -> grant.resources().stream()).map(RightsTest::table).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a table, a queue or an index of a table. */
    private static String table(Object arn) {
        return find(arn, "Sub") instanceof String text ? text.replaceFirst("\\$\\{(\\w+)\\.Arn}/index/.*", "$1") : named(arn);
    }

    /** {@code LEADS_SCORED} as the template spells it. */
    private static String id(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static SamTemplate template() {
        try {
            return SamTemplate.parse(Files.readString(Path.of("../template.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
