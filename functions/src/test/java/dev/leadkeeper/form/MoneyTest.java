package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200000          | 200000
            20万            | 200000
            20 万元          | 200000
            ２０万           | 200000
            1.5w            | 15000
            30k             | 30000
            ¥80,000         | 80000
            ￥80,000.50      | 80000
            8-10万          | 80000
            8万~10万         | 80000
            5000-10000      | 5000
            3万以上          | 30000
            预算20万左右       | 200000
            2026年预算50万     | 500000
            2千万            | 20000000
            3百万            | 3000000
            1.2亿           | 120000000
            0               | 0
            """)
    void amounts_are_read_as_people_type_them(String text, long yuan) {
        assertEquals(OptionalLong.of(yuan), Money.yuan(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"面议", "", "$5,000", "5000 USD", "10万美元", "待定", "9999999999999999999999", "999999999999999亿"})
    void what_is_no_amount_in_yuan_is_none(String text) {
        assertEquals(OptionalLong.empty(), Money.yuan(text));
    }
}
