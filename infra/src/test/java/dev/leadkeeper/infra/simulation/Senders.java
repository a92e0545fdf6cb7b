package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What form vendors send in a schedule, good and bad. */
final class Senders {
    static final String FORM = "site";
    static final String SECRET = "a-shared-secret";
    /** A field that no mapping knows. */
    static final String UNKNOWN = "utm_new";

    /** A number that people make up: a test, not a lead. */
    static final String MADE_UP = "+8613800138000";

    private Senders() {}

    /** The form as it is mapped at first: it does not know {@code mobile}, so leads that only have that need attention. */
    static Map<String, Object> form() {
        return form(List.of("phone"));
    }

    /** The form once somebody has mended the mapping. */
    static Map<String, Object> mendedForm() {
        return form(List.of("phone", "mobile"));
    }

    private static Map<String, Object> form(List<String> phone) {
        return Map.of("id", FORM, "verification", Map.of("scheme", "secret"), "match", "declared", "key", "id",
                "ignore", List.of("id"),
                "fields", Map.of("name", names("name"), "phone", Map.of("names", phone), "email", names("email"),
                        "sourceChannel", names("sourceChannel"), "budget", names("budget"), "note", names("note")));
    }

    private static Map<String, Object> names(String name) {
        return Map.of("names", List.of(name));
    }

    /**
     * One delivery: what is posted, as often as it takes.
     *
     * @param key     the same for deliveries that are about the same leads
     * @param body    as sent
     * @param unknown leads in it that have a field which no mapping knows
     */
    record Delivery(String key, byte[] body, int unknown) {
        FormRequest request() {
            return new FormRequest("POST", "https://example.com/forms/" + FORM + "?key=" + SECRET, Map.of("key", SECRET),
                    Map.of("content-type", "application/json"), body);
        }
    }

    /** A delivery under the n-th key; another {@code revision} is another body under the same key. */
    static Delivery delivery(Theme theme, Cosmos cosmos, Dice dice, int n, int revision) {
        var key = "d" + n;
        if (dice.chance(0.03)) {
            cosmos.faults().count(FaultKind.POISON_BODY);
            return new Delivery(key + "-poison-" + revision, poison(dice, key + "/" + revision), 0);
        }
        if (dice.chance(0.05)) {
            var leads = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < 3; i++) {
                leads.add(lead(theme, dice, key + "-" + i, revision));
            }
            return new Delivery(key + "-three", Json.writeBytes(leads), unknown(leads));
        }
        var lead = lead(theme, dice, key, revision);
        return new Delivery(key + "-one", Json.writeBytes(lead), unknown(List.of(lead)));
    }

    private static int unknown(List<Map<String, Object>> leads) {
        return (int) leads.stream().filter(lead -> lead.containsKey(UNKNOWN)).count();
    }

    private static Map<String, Object> lead(Theme theme, Dice dice, String key, int revision) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", key);
        body.put("name", "客户" + key);
        var phone = "1391234" + (1000 + dice.below(theme.phones()));
        if (dice.chance(0.06)) {
            body.put("mobile", phone);
        } else if (!dice.chance(0.03)) {
            body.put("phone", phone);
        }
        if (dice.chance(0.3) && !body.containsKey("mobile")) {
            body.put("email", "c" + dice.below((theme.phones() + 1) / 2) + "@example.com");
        }
        body.put("sourceChannel", dice.pick(theme.sources()));
        body.put("budget", dice.chance(theme.small()) ? 10L : 5_000L);
        body.put("note", (dice.chance(0.2) ? "急" : "") + "第 " + revision + " 次");
        if (dice.chance(0.05)) {
            body.put(UNKNOWN, "x");
        }
        if (dice.chance(0.03)) {
            body.put("phone", MADE_UP);
        }
        return body;
    }

    private static byte[] poison(Dice dice, String mark) {
        return switch (dice.below(6)) {
            case 0 -> text("{\"id\": \"" + mark + "\", broken");
            case 1 -> text("[\"" + mark + "\", 7, null]");
            case 2 -> new byte[] {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xc3, (byte) 0x28, (byte) mark.hashCode(), '"', '}'};
            case 3 -> text("[".repeat(2_000) + mark + "]".repeat(2_000));
            case 4 -> text("{\"" + mark + "\": {\"name\": [[{}]], \"phone\": {\"phone\": 1e999}}}");
            default -> text("<html>" + mark + "</html>");
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
