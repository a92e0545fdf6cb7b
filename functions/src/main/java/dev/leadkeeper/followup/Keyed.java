package dev.leadkeeper.followup;

import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import java.util.List;

/** What tells a request from a repeat of it. */
final class Keyed {
    private static final String HEADER = "idempotency-key";

    private Keyed() {}

    /** The request's {@code Idempotency-Key}, {@code null} if it has none. */
    static String of(Ask ask, List<Flaw> flaws) {
        var key = ask.header(HEADER);
        if (key.isPresent() && !key.get().matches("[\\x21-\\x7E]{1,200}")) {
            flaws.add(new Flaw("header." + HEADER, "1 to 200 visible ASCII characters", "1 到 200 个可见 ASCII 字符"));
            return null;
        }
        return key.orElse(null);
    }
}
