package dev.leadkeeper.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201", "\u200B=1", "\"=1", "|cmd", "\ttext"})
    void what_a_program_may_take_for_a_formula_is_marked_as_text(String typed) {
        assertTrue(Csv.cell(typed).startsWith("\"'"), Csv.cell(typed));
    }

    @Test
    void plain_text_stays_as_it_is_and_quotes_are_doubled() {
        assertEquals("\"某某公司, 上海\"", Csv.cell("某某公司, 上海"));
        assertEquals("\"a \"\"b\"\" = c\"", Csv.cell("a \"b\" = c"));
        assertEquals("-5", Csv.cell(-5));
        assertEquals("", Csv.cell(null));
    }

    @Test
    void a_table_begins_with_a_byte_order_mark_and_ends_each_line_with_cr_lf() {
        assertEquals("\uFEFF\"a\",\"b\"\r\n\"x\",\r\n", Csv.of(List.of("a", "b"), List.of(Arrays.asList("x", null))));
    }
}
