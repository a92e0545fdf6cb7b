package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.people.Office;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {
    private final Office office = new Office();
    private final CheckInLinks checkIns = new CheckInLinks(office.secrets);

    @Test
    void the_notice_of_an_assignment_leads_to_the_page_that_checks_in() {
        var lead = office.assigned("one", "rep");
        var notice = Notices.newLead(lead, Facts.NONE, new Sentence("因为", "because"));

        var link = new Links("https://leads.example.com/", checkIns).checkIn(notice).orElseThrow();

        assertTrue(link.startsWith("https://leads.example.com/check-in/" + lead.id() + "."), link);
        assertTrue(checkIns.opens(link.substring(link.lastIndexOf('/') + 1), lead, office.clock.now()));
    }

    @Test
    void any_other_notice_and_a_stack_without_a_key_or_an_address_has_none() {
        var lead = office.assigned("one", "rep");
        var notice = Notices.newLead(lead, Facts.NONE, new Sentence("因为", "because"));

        assertEquals(Optional.empty(), new Links("https://leads.example.com", checkIns).checkIn(Notices.todo("x", "rep", lead.id(), new Sentence("a", "b"), "t")));
        assertEquals(Optional.empty(), new Links("", checkIns).checkIn(notice));
        assertEquals(Optional.empty(), new Links("https://leads.example.com", new CheckInLinks(new FixedSecrets())).checkIn(notice));
    }
}
