package dev.leadkeeper.reading;

import java.math.BigDecimal;

/** Numbers as they are written in Chinese: 三, 十五, 两百, 一百二十, 一万五, 2百. */
final class Numerals {
    /** What a number is written with. */
    static final String SIGNS = "零〇一二两俩三四五六七八九十百千万亿";
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** The number; −1 for what is none. Digits and signs may be mixed, as in 2百万. */
    static BigDecimal read(String text) {
        if (text.matches("[0-9][0-9,]{0,20}(?:\\.[0-9]{1,6})?")) {
            return new BigDecimal(text.replace(",", ""));
        }
        long total = 0;
        long section = 0;
        long digit = -1;
        long last = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = digit(c);
            if (value >= 0) {
                digit = value;
            } else {
                long unit = unit(c);
                if (unit < 0) {
                    return BigDecimal.ONE.negate();
                }
                if (unit < 10_000) {
                    section += (digit < 0 ? 1 : digit) * unit;
                } else {
                    total = (total + section + Math.max(digit, 0) + (section == 0 && digit < 0 && total == 0 ? 1 : 0)) * unit;
                    section = 0;
                }
                digit = -1;
                last = unit;
            }
        }
        // 一万五 is 15,000 and 两百五 is 250: a digit at the end counts in tenths of the unit before
        long rest = digit < 0 ? 0 : last >= 100 && text.length() > 1 && "零〇".indexOf(text.charAt(text.length() - 2)) < 0 ? digit * last / 10 : digit;
        return BigDecimal.valueOf(total + section + rest);
    }

    private static int digit(char c) {
        return switch (c) {
            case '两', '俩' -> 2;
            case '〇' -> 0;
            default -> c >= '0' && c <= '9' ? c - '0' : DIGITS.indexOf(c);
        };
    }

    private static long unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> -1;
        };
    }
}
