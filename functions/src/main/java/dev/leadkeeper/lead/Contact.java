package dev.leadkeeper.lead;

/**
 * How to reach the person behind a lead; each may be {@code null}.
 *
 * @param name  as typed, blanks trimmed
 * @param phone E.164, such as {@code +8613912345678}; extension after {@code ;ext=}
 * @param email lower-case address
 */
public record Contact(String name, String phone, String email) {
    /** Nobody. */
    public static final Contact NONE = new Contact(null, null, null);

    /** Whether there is a phone or an e-mail address. */
    public boolean reachable() {
        return phone != null || email != null;
    }
}
