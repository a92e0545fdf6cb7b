package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.port.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets by name, newest first. */
public abstract class SecretsContract {
    /** The secrets under test. */
    protected abstract Secrets secrets();

    /** Makes these the live values of a name, newest first. */
    protected abstract void set(String name, String... values);

    @Test
    void a_name_has_one_live_value_or_two() {
        set("forms/one", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        set("forms/two", "new=1&x", "old");
        assertEquals(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), secrets().live("forms/one"));
        assertEquals(List.of("new=1&x", "old"), secrets().live("forms/two"));
    }

    @Test
    void a_name_without_secret_has_none() {
        assertEquals(List.of(), secrets().live("forms/none"));
        assertEquals(List.of(), secrets().live("nowhere/none"));
    }

    @Test
    void a_name_does_not_answer_for_another() {
        set("channels/a", "1");
        assertEquals(List.of(), secrets().live("channels/a/b"));
        assertEquals(List.of(), secrets().live("forms/a"));
        assertEquals(List.of(), secrets().live("channels"));
    }
}
