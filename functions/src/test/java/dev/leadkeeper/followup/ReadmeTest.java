package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs say of the first record of a lead. */
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("/leads/\\$LEAD/activities\"[^\\n]* -d '(\\{[^']*\\})'");
    private static final String ROUTE = "POST /leads/{id}/activities";

    private final RepsSide side = new RepsSide();

    private static Map<String, Object> example(String readme) throws IOException {
        var found = EXAMPLE.matcher(Files.readString(Path.of("..", readme)));
        assertEquals(true, found.find(), readme);
        return Json.readOwn(found.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void its_example_is_taken_as_it_stands_and_is_proof_enough(String readme) throws IOException {
        var lead = side.office.assigned("one", "rep");
        var answer = side.done(ROUTE, "manager", lead, example(readme));
        assertEquals(List.of(), answer.get("unmet"), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void each_field_of_its_example_but_the_text_is_one_that_the_first_record_needs(String readme) throws IOException {
        var lead = side.office.assigned("one", "rep");
        var needed = Set.of("type", "solved", "nextStep", "promise", "promiseBy", "result");
        var fields = new HashMap<>(example(readme));
        fields.remove("text");
        assertEquals(needed, fields.keySet());
        for (var field : needed) {
            var without = new HashMap<>(fields);
            without.remove(field);
            var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(ROUTE, "manager", lead, without), field);
            assertEquals(Set.of(field), wrong.flaws().stream().map(Flaw::field).collect(Collectors.toSet()));
        }
    }
}
