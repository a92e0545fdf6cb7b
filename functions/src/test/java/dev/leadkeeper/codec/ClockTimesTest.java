package dev.leadkeeper.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimesTest {
    @Test
    void every_minute_of_the_day_is_read_as_it_was_written() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            var at = LocalTime.MIN.plusMinutes(minute);
            assertEquals(at, ClockTimes.parse(at.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00:01", "09:00:00.5", "24:00", "23:60", "9:00", "0900", "09-00", "+9:00", "09:0x", "09:00 ", "०९:००", ""})
    void other_texts_are_read_or_refused_as_java_does(String text) {
        assertEquals(outcome(text, LocalTime::parse), outcome(text, ClockTimes::parse));
    }

    private static String outcome(String text, Function<String, LocalTime> parse) {
        try {
            return parse.apply(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }
}
