package dev.leadkeeper.rights;

import dev.leadkeeper.lead.Contact;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Personal data for those who may not see it: enough left to tell two people apart, too little to reach either (RI5). */
public final class Mask {
    private static final String HIDDEN = "***";
    // A country code of up to three digits and the last four still leave four hidden.
    private static final int SHORTEST_PHONE = 11;
    // Seven digits, however they are set apart, are a number to call.
    private static final Pattern REACHES = Pattern.compile("@|[0-9](?:[^\\p{L}0-9]*[0-9]){6}");

    private Mask() {}

    public static Contact contact(Contact contact) {
        return new Contact(name(contact.name()), phone(contact.phone()), email(contact.email()));
    }

    /** {@code 张*}: the first character; {@code null} stays. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? name : first(name) + "*";
    }

    /** {@code +86138****5678}: four digits before the last four are hidden, of a short number all but two; so is an extension. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        var end = phone.indexOf(';');
        var number = end < 0 ? phone : phone.substring(0, end);
        var length = number.length();
        var masked = length < SHORTEST_PHONE
                ? HIDDEN + number.substring(Math.max(0, length - 2))
                : number.substring(0, length - 8) + "****" + number.substring(length - 4);
        return end < 0 ? masked : masked + ";ext=" + HIDDEN;
    }

    /** {@code z***@example.com}: the first character and the domain. */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        var at = email.lastIndexOf('@');
        return at < 1 ? HIDDEN : first(email) + HIDDEN + email.substring(at);
    }

    /** Text that may hold anything. */
    public static String text(String text) {
        return text == null ? null : HIDDEN;
    }

    /** A few words of a field with a meaning, unless somebody wrote a number to call or an address into it. */
    public static String words(String text) {
        return text != null && REACHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find() ? HIDDEN : text;
    }

    /** Fields that nobody has looked at: the names stay, the values may be anything. */
    public static Map<String, Object> values(Map<String, Object> fields) {
        var masked = new TreeMap<String, Object>();
        fields.keySet().forEach(name -> masked.put(name, HIDDEN));
        return masked;
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
