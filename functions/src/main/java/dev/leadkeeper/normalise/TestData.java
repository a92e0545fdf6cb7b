package dev.leadkeeper.normalise;

import dev.leadkeeper.lead.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises values that people and vendors only use to try a form, by exact match with {@code test-data.tsv}.
 *
 * <p>A name never makes a test, however usual it is in examples: somebody called 张三 with a phone of their own is a customer. A vendor's
 * own test mark ({@code is_test}) is a matter of the form's mapping; here only values count.
 */
public final class TestData {
    private static final class Known {
        static final Map<String, Map<String, String>> BY_KIND = Table.read("test-data.tsv").byFirstColumn();
    }

    private TestData() {}

    /** Why these facts are a test's and nobody's, such as {@code phone +8613800138000 is a test number}; empty for a real lead. */
    public static Optional<String> reason(Facts facts) {
        return phone(facts.contact().phone())
                .or(() -> email(facts.contact().email()))
                .or(() -> texts(facts).stream().flatMap(text -> known("text", text, "text").stream()).findFirst());
    }

    private static Optional<String> phone(String phone) {
        return phone == null ? Optional.empty() : known("phone", phone.split(";", 2)[0], "phone");
    }

    private static Optional<String> email(String email) {
        return email == null ? Optional.empty()
                : known("email", email, "email").or(() -> known("mailbox", email.split("@", 2)[0], "mailbox"));
    }

    private static Optional<String> known(String kind, String value, String word) {
        return Optional.ofNullable(Known.BY_KIND.getOrDefault(kind, Map.of()).get(value))
                .map(what -> word + " " + value + " is " + what);
    }

    /** Every text of the lead, unmapped ones at any depth included. */
    private static List<String> texts(Facts facts) {
        var texts = new ArrayList<String>();
        collect(facts.contact().name(), texts);
        collect(facts.company(), texts);
        collect(facts.industry(), texts);
        collect(facts.subject(), texts);
        collect(facts.sourceChannel(), texts);
        collect(facts.needBy(), texts);
        collect(facts.decisionRole(), texts);
        collect(facts.note(), texts);
        collect(facts.region() == null ? null : facts.region().name(), texts);
        collect(facts.unmapped(), texts);
        return texts;
    }

    private static void collect(Object value, List<String> into) {
        switch (value) {
            case String text -> into.add(text.strip());
            case Map<?, ?> map -> map.values().forEach(inner -> collect(inner, into));
            case List<?> list -> list.forEach(inner -> collect(inner, into));
            case null, default -> { }
        }
    }
}
