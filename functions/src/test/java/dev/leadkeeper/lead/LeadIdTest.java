package dev.leadkeeper.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LeadIdTest {
    @Test
    void the_same_delivery_is_the_same_lead_on_every_machine_and_in_every_release() {
        assertEquals("h3o5blolhbnnyyeycxpnddip7y", LeadId.of("demo", "header:msg_sample"));
    }

    @Test
    void form_and_key_cannot_be_shifted_into_one_another() {
        assertNotEquals(LeadId.of("demo", "1"), LeadId.of("demo1", ""));
        assertNotEquals(LeadId.of("demo", "1"), LeadId.of("other", "1"));
    }

    @Test
    void an_id_is_26_characters_of_base_32() {
        assertTrue(LeadId.of("金数据", "键").matches("[a-z2-7]{26}"));
    }
}
