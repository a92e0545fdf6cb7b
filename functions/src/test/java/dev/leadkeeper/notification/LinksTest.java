package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.people.Office;
import java.util.List;
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

    /** Whoever holds it can check in for the owner. */
    @Test
    void the_link_goes_to_a_persons_own_address_and_into_no_group() {
        for (var address : List.of("", "rep@example.com")) {
            var world = new NotificationWorld().rep().reachedBy("rep", new Staff.Address("first", address));
            var notice = world.notice(Notices.NEW_LEAD + ":" + world.lead + ":" + Long.toString(world.clock.now().toEpochMilli(), 36));
            world.useCase(world.queue, new Links("https://leads.example.com", checkIns)).handle(NoticeMessage.first(notice, world.clock.now()));
            var attempt = world.notifier.attempts().getFirst();
            assertEquals(!address.isEmpty(), attempt.reference().containsKey("checkIn"));
            assertEquals(!address.isEmpty(), attempt.text().contains("/check-in/"));
        }
    }
}
