package dev.leadkeeper.infra.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Index;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule holds for the template, accepts what is right and finds what is wrong. */
class TemplateRulesTest {
    private static final SamTemplate TEMPLATE = SamTemplate.parse(text("template.yaml"));

    @TestFactory
    Stream<DynamicTest> the_template_keeps() {
        return Rules.all().stream().map(rule -> DynamicTest.dynamicTest(rule.name(),
                () -> assertEquals(List.of(), rule.complaints(TEMPLATE), () -> String.join("\n", rule.complaints(TEMPLATE)))));
    }

    @TestFactory
    Stream<DynamicTest> a_right_snippet_passes() {
        return Rules.all().stream().map(rule -> DynamicTest.dynamicTest(rule.name(),
                () -> assertEquals(List.of(), rule.complaints(fixture(rule, "right")))));
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_snippet_is_found_and_named() {
        return Rules.all().stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            List<String> complaints = rule.complaints(fixture(rule, "wrong"));
            assertEquals(1, complaints.size(), () -> "one thing is wrong in the snippet, found: " + complaints);
            assertAll(
                    () -> assertTrue(complaints.getFirst().startsWith(rule.name()), "names the rule"),
                    () -> assertTrue(complaints.getFirst().contains("Wrong") || rule.name().equals("sections-in-order"), "names the resource"),
                    () -> assertTrue(complaints.getFirst().contains(rule.remedy()), "says what to do"));
        }));
    }

    @Test
    void every_alarm_links_to_a_section_that_the_runbook_has() {
        Set<String> sections = text("infra/ops/runbook.md").lines().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
        Set<String> missing = TEMPLATE.resources("AWS::CloudWatch::Alarm").stream().map(AlarmRules::section)
                .filter(section -> !sections.contains(section)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "write these sections in infra/ops/runbook.md");
    }

    /** A list of more than 20 names is refused. docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html */
    @Test
    void indexes_hold_what_the_code_reads_from_them() {
        var declared = TEMPLATE.resources("AWS::DynamoDB::Table").stream()
                .flatMap(table -> SamTemplate.listed(table.at("GlobalSecondaryIndexes")).stream()).toList();
        assertEquals(Index.values().length, declared.size());
        for (var index : Index.values()) {
            var found = declared.stream().filter(each -> index.name().toLowerCase(Locale.ROOT).equals(SamTemplate.find(each, "IndexName")))
                    .findFirst().orElseThrow();
            assertEquals(index.projected().map(List::copyOf).orElse(List.of()),
                    SamTemplate.listed(SamTemplate.find(found, "Projection", "NonKeyAttributes")), index.name());
            assertEquals(index.projected().map(names -> names.isEmpty() ? "KEYS_ONLY" : "INCLUDE").orElse("ALL"), SamTemplate.find(found, "Projection", "ProjectionType"), index.name());
            assertTrue(index.projected().map(List::size).orElse(0) <= 20, index.name());
        }
    }

    /** {@code template-rules/<rule>.yaml} holds two documents: what is right, and the same with one thing wrong. */
    private static SamTemplate fixture(Rule rule, String which) {
        String name = "/template-rules/" + rule.name() + ".yaml";
        try (InputStream in = TemplateRulesTest.class.getResourceAsStream(name)) {
            assertTrue(in != null, () -> "write the fixture " + name);
            String[] documents = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^---.*$");
            return SamTemplate.parse(documents[which.equals("right") ? 0 : 1]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of("..").resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
