package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.burt.jmespath.JmesPathException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final List<String> PIECES = List.of("a", "b", "\"姓 名\"", ".", "[", "]", "[*]", "[?a==`1`]", "[0]", "[-1]", "[::-1]", "[::0]",
            "[99999999999]", "[]", "|", "||", "&&", "!", "&", "@", "*", "(", ")", ",", "{", "}", ":", "'x'", "`1`", "`\"", "\\u12", "\"\\", "length(", "keys(",
            "sort_by(", "max(", "join('',", "to_number(", "to_string(", "map(&", "sum(", "avg(", "merge(", "contains(", "reverse(", "not_null(", "==", "<", "`[{}]`");

    @Test
    void names_in_any_script_can_be_asked_for() {
        assertEquals("李雷", Path.compile("data.\"姓 名\"").find(Map.of("data", Map.of("姓 名", "李雷"))));
    }

    @Test
    void what_is_not_there_or_cannot_be_worked_with_is_nothing() {
        assertNull(Path.compile("a.b[3].c").find(Map.of("a", List.of())));
        assertNull(Path.compile("length(a)").find(Map.of("a", 1L)));
        assertFalse(Path.compile("length(a) > `1`").holds(Map.of("a", 1L)));
        assertTrue(Path.compile("a == `1`").holds(Map.of("a", 1L)));
        assertTrue(Path.compile("a").holds(Map.of("a", BigDecimal.ONE)));
        assertFalse(Path.compile("a").holds(Map.of("a", Map.of())));
        assertNull(Path.compile("a[::-1]").find(Map.of("a", List.of())));
    }

    @Test
    void the_names_that_it_mentions_are_told_without_functions_and_literals() {
        assertEquals(Set.of("form", "entry", "编 号"), Path.compile("not_null(form, entry.\"编 号\") || 'literal' || `\"json\"`").names());
    }

    @Test
    void no_expression_is_an_uncaught_error_when_compiled_or_when_asked() {
        var random = new Random(7);
        var documents = Arrays.asList(null, "text", 5L, true, List.of(1L, "x", Map.of("a", 1L)), Map.of("a", List.of(3L, 1L), "b", Map.of("a", "x"), "姓 名", ""));
        var asked = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                var path = Path.compile(text.toString());
                documents.forEach(path::find);
                path.names();
                asked++;
            } catch (JmesPathException | IllegalArgumentException refused) {
                continue; // both are named problems of a definition
            }
        }
        assertTrue(asked > 500, "only " + asked + " were expressions");
    }

    @Test
    void an_expression_that_could_cost_the_stack_is_refused() {
        assertThrows(JmesPathException.class, () -> Path.compile("(".repeat(100) + "a" + ")".repeat(100)));
        assertThrows(JmesPathException.class, () -> Path.compile("a".repeat(501)));
    }
}
