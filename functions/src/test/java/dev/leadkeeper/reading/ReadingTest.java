package dev.leadkeeper.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    /** A sentence and what it says. */
    record Sample(String text, String due, String budget, String decider, String nextStep) {}

    static Stream<Sample> corpus() throws IOException {
        try (var in = ReadingTest.class.getResourceAsStream("corpus.tsv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
            return lines.stream().map(line -> line.split("\t")).map(cells -> new Sample(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void a_sentence_says_what_it_says(Sample sample) {
        var read = Reading.of(sample.text(), WEDNESDAY, List.of());

        assertEquals(sample, new Sample(sample.text(), shown(read.due()), shown(read.budget()), shown(read.decider()), shown(read.nextStep())));
    }

    private static String shown(Object value) {
        return Objects.toString(value, "-");
    }

    @Test
    void the_corpus_holds_enough_to_mean_something() throws IOException {
        assertTrue(corpus().count() >= 90);
    }

    @Test
    void a_bare_weekday_counts_today_and_weeks_begin_on_monday() {
        var monday = LocalDate.of(2026, 11, 16);
        assertEquals(monday, Reading.of("周一开会", monday, List.of()).due());
        assertEquals(monday.plusDays(7), Reading.of("下周一开会", monday, List.of()).due());
        assertEquals(monday.plusDays(7), Reading.of("下周一开会", monday.plusDays(6), List.of()).due());
        assertEquals(LocalDate.of(2027, 2, 28), Reading.of("月底付款", LocalDate.of(2027, 2, 5), List.of()).due());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "电话13812345678找张总|电话***5678找张总",
        "手机 138-1234-5678。|手机 ***5678。",
        "+86 138 1234 5678|***5678",
        "手机１３８１２３４５６７８|手机***5678",
        "座机0755-86013388转8001|座机***8001",
        "打400-660-6892|打***6892",
        "身份证110101199003077758，请保密|身份证***7758，请保密",
        "身份证11010119900307123X|身份证***123X",
        "卡号6222 0212 3456 7890 128|卡号***0128",
        "打到4111111111111111|打到***1111",
        "号码一三八一二三四五六七八|号码***",
        "US +1 (415) 555-0132 ok|US ***0132 ok",
        "订单号20261118000123456|订单号20261118000123456",
        "2026-11-25 10:00 预算2000000元|2026-11-25 10:00 预算2000000元",
        "给他回扣|给他***",
        "a KickBack deal|a *** deal",
    })
    void numbers_and_words_that_must_not_stand_in_a_record_are_struck_out(String text, String masked) {
        assertEquals(masked, Masking.of(text, List.of("回扣", "kickback")));
    }

    @Test
    void what_is_struck_out_is_in_no_part_of_a_reading() {
        var read = Reading.of("下一步：明天打13812345678给张总确认回扣", WEDNESDAY, List.of("回扣"));

        assertEquals("明天打***5678给张总确认***", read.nextStep());
        assertEquals("张总", read.decider());
        assertFalse(read.toString().contains("138123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。", "周周周周", "预算", "预算亿亿亿亿亿亿亿亿亿亿", "0000年00月00日", "99号", "2月30日", "\u0130stanbul 回扣", "下一步", "总总总", "过几天"})
    void nothing_is_read_into_what_says_nothing(String text) {
        var read = Reading.of(text, WEDNESDAY, List.of("回扣"));

        assertEquals(null, read.due());
        assertEquals(null, read.budget());
        assertEquals(null, read.decider());
    }

    @Test
    void any_text_is_read_in_bounded_time_and_never_with_an_error() {
        var pieces = List.of("下", "周", "三", "预算", "200", "万", "张总", "-", " ", "138", "12345678", "月", "号", "next ", "Friday", "，", "。", "一", "十", "\n", "0", "to ", "budget ");
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Reading.of(text.toString(), WEDNESDAY, List.of("回扣"));
        }
        for (var endless : List.of("1 ", "一", "张", "预算", "下周", "1-", "next ", "(")) {
            Reading.of(endless.repeat(Reading.LONGEST / endless.length()), WEDNESDAY, List.of("回扣"));
        }
    }
}
