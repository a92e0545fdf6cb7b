package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Standing;
import java.time.Instant;
import java.util.Locale;

/** {@link Standing} as one text, so that a transaction can ask for it to be as it was seen: {@code suspended#until#week#kept#counted}. */
public final class StandingCodec {
    private StandingCodec() {}

    /** {@code null} stays. */
    public static String text(Standing standing) {
        return standing == null ? null : String.join("#", standing.state().word(), Long.toString(standing.until().toEpochMilli()), standing.week(),
                Long.toString(standing.kept()), Long.toString(standing.counted()));
    }

    /** {@code null} stays. */
    static Standing read(String text) {
        if (text == null) {
            return null;
        }
        var parts = text.split("#", 5);
        return new Standing(Standing.State.valueOf(parts[0].toUpperCase(Locale.ROOT)), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2],
                Long.parseLong(parts[3]), Long.parseLong(parts[4]));
    }
}
