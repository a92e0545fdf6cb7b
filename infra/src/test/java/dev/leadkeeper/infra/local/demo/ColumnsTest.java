package dev.leadkeeper.infra.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void a_chinese_character_takes_two_columns() {
        assertEquals(6, Columns.width("ab中文"));
        assertEquals(4, Columns.width("\uFF0C\uFF05"), "full-width comma and percent sign");
        assertEquals(6, Columns.width("38.2 %"));
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertEquals("因您…", Columns.cut("因您上月成交率", 5));
        assertEquals("因您… ", Columns.fit("因您上月成交率", 6));
        assertEquals("ab  ", Columns.fit("ab", 4));
        assertEquals("  中", Columns.right("中", 4));
    }

    @Test
    void what_would_break_the_line_becomes_a_blank() {
        assertEquals("a b", Columns.cut("a\nb", 9));
    }
}
