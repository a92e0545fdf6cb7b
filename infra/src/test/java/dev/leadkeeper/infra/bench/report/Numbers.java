package dev.leadkeeper.infra.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures as people read them: three digits that matter, thousands grouped. */
public final class Numbers {
    private Numbers() {}

    public static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        var rounded = Math.abs(value) >= 1000 ? new BigDecimal(Math.round(value))
                : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
