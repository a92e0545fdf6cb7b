package dev.leadkeeper.form;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a definition may map to. In the order in which loose matches are tried: what can be proved first, what swallows
 * anything last. The parts of a name and of a place are put together afterwards.
 */
enum LeadField {
    EMAIL("email", 254),
    PHONE("phone", 200),
    USCC("uscc", 100),
    BUDGET("budget", 100),
    COMPANY("company", 200),
    INDUSTRY("industry", 100),
    SOURCE_CHANNEL("sourceChannel", 100),
    DECISION_ROLE("decisionRole", 200),
    NEED_BY("needBy", 200),
    COUNTRY("country", 100),
    PROVINCE("province", 100),
    CITY("city", 100),
    DISTRICT("district", 100),
    REGION("region", 300),
    ADDRESS("address", 300),
    FIRST_NAME("firstName", 100),
    LAST_NAME("lastName", 100),
    NAME("name", 200),
    SUBJECT("subject", 500),
    NOTE("note", 4_000);

    private final String word;
    private final int longest;

    LeadField(String word, int longest) {
        this.word = word;
        this.longest = longest;
    }

    /** As it stands in definitions. */
    String word() {
        return word;
    }

    /** Longer texts are cut, in UTF-16 code units. */
    int longest() {
        return longest;
    }

    static Optional<LeadField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
