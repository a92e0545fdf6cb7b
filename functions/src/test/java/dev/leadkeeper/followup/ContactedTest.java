package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContactedTest {
    private static final String ROUTE = "POST /leads/{id}/contacted";

    private final RepsSide side = new RepsSide();
    private final Lead lead = side.office.assigned("one", "rep");
    private final CheckInLinks links = new CheckInLinks(side.office.secrets);
    private final CheckInPage page = Followup.page(side.office.ground());

    private long contacts() {
        return side.office.timelines.of(lead.id()).stream().map(TimelineEvent::type).filter("contacted"::equals).count();
    }

    private String token() {
        return links.token(lead.id(), "rep", lead.assignedAt()).orElseThrow();
    }

    @Test
    void one_tap_stops_the_clock_and_takes_the_lead_off_the_open_ones() {
        side.office.clock.advance(Duration.ofMinutes(7));
        var answer = side.done(ROUTE, "rep", lead, Map.of("channel", "phone"));

        assertEquals(true, answer.get("contacted"));
        assertEquals(side.office.clock.now().toString(), answer.get("contactedAt"));
        assertEquals("first-contact", answer.get("stage"));
        assertEquals(0, side.open("rep"));
    }

    @Test
    void tapped_twice_it_counts_once_and_a_further_note_is_kept() {
        side.done(ROUTE, "rep", lead, Map.of("channel", "phone"));
        side.done(ROUTE, "rep", lead, Map.of("channel", "phone"));
        assertEquals(1, contacts());

        side.done(ROUTE, "rep", lead, Map.of("channel", "wechat", "note", "回电 13812345678，谈回扣"));

        assertEquals(2, contacts());
        assertEquals(0, side.open("rep"));
        assertEquals("回电 ***5678，谈***", side.activities.of(lead.id()).getLast().said().text());
    }

    @Test
    void two_taps_at_the_same_moment_count_once_and_both_say_when() {
        var key = Key.of(Table.LEADS, lead.id());
        var before = side.office.store.get(key);
        assertEquals(200, page.press(token(), "channel=phone".getBytes(StandardCharsets.UTF_8), true).status());
        var looks = new AtomicInteger();
        var late = (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) ->
                method.getName().equals("get") && key.equals(arguments[0]) && looks.incrementAndGet() <= 2 ? before : method.invoke(side.office.store, arguments));
        var ground = side.office.ground();
        var second = Followup.page(new Followup.Ground(late, ground.queue(), ground.secrets(), ground.quarantine(), ground.vault(), ground.clock(), ground.ids(),
                ground.telemetry())).press(token(), "channel=phone".getBytes(StandardCharsets.UTF_8), true);

        assertEquals(200, second.status());
        assertTrue(second.html().contains("首次联系于"), second.html());
        assertEquals(1, contacts());
    }

    @Test
    void a_full_rep_who_has_room_again_has_the_waiting_list_worked_through_at_once() {
        var tight = side.office.staff.find("rep").orElseThrow();
        side.office.staff.save(withCap(tight, 1));
        side.done(ROUTE, "rep", lead, Map.of("channel", "phone"));
        assertEquals(Map.of("why", "room"), side.office.queue.bodies(Queue.Channel.DRAINS).getLast());
    }

    private static Staff withCap(Staff one, int cap) {
        return new Staff(one.id(), one.name(), one.role(), one.groups(), one.status(), one.canReceive(), one.skills(), one.industries(), one.regions(),
                one.sizes(), one.weight(), cap, one.dayCap(), one.backlogCap(), one.hours(), one.leaves(), one.figures(), one.channels(), one.ledger());
    }

    @Test
    void nobody_checks_in_for_a_lead_that_is_not_theirs_or_nobodys() {
        assertInstanceOf(Answer.Missing.class, side.ask(ROUTE, "rep2", lead, Map.of("channel", "phone")));
        assertInstanceOf(Answer.Denied.class, side.ask(ROUTE, "auditor", lead, Map.of("channel", "phone")));
        assertInstanceOf(Answer.Refused.class, side.ask(ROUTE, "manager", side.office.waiting("two"), Map.of("channel", "phone")));
        assertEquals(0, contacts());
    }

    @Test
    void a_tap_on_what_has_changed_since_is_stale_and_shows_both() {
        side.office.clock.advance(Duration.ofMinutes(1));
        var stale = assertInstanceOf(Answer.Stale.class, side.ask(ROUTE, "rep", lead, Map.of("channel", "phone"), "if-match", "\"1\""));

        assertEquals(1L, stale.yours().get("revision"));
        assertEquals(lead.revision(), stale.current().get("revision"));
        assertEquals(0, contacts());
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        var wrong = assertInstanceOf(Answer.Wrong.class, side.ask(ROUTE, "rep", lead, Map.of("chanel", "phone", "at", "2030-01-01T00:00:00Z"),
                "if-match", "x", "idempotency-key", "ü"));

        assertEquals(List.of("chanel", "channel", "at", "header.if-match", "header.idempotency-key"), wrong.flaws().stream().map(each -> each.field()).toList());
    }

    @Test
    void looking_at_the_link_does_nothing_and_pressing_its_button_checks_in_once() {
        for (int i = 0; i < 3; i++) {
            var shown = page.look(token(), true);
            assertEquals(200, shown.status());
            assertTrue(shown.html().contains("已联系"));
        }
        assertEquals(0, contacts());

        var done = page.press(token(), "channel=wechat&note=%E5%B7%B2%E8%81%8A".getBytes(StandardCharsets.UTF_8), true);
        page.press(token(), "channel=phone&note=again".getBytes(StandardCharsets.UTF_8), false);

        assertTrue(done.html().contains("已记录"));
        assertEquals(1, contacts());
        var activity = side.activities.of(lead.id()).getFirst();
        assertEquals("rep", activity.staff());
        assertEquals("已聊", activity.said().text());
        assertEquals(Map.of("channel", "wechat"), activity.fields());
    }

    @Test
    void a_link_that_is_forged_expired_or_of_a_former_owner_opens_nothing() {
        var forged = token().substring(0, 27) + "AAAAAAAAAAAAAAAAAAAAAA";
        var others = links.token(lead.id(), "rep2", lead.assignedAt()).orElseThrow();
        for (var token : List.of(forged, others, "", "../..", lead.id())) {
            assertEquals(404, page.look(token, false).status());
            assertEquals(404, page.press(token, new byte[0], false).status());
        }
        side.office.clock.advance(CheckInLinks.VALID);
        assertEquals(404, page.press(token(), new byte[0], false).status());
        assertEquals(0, contacts());
    }

    @Test
    void the_page_names_no_customer_and_what_somebody_sends_is_not_shown() {
        var html = page.look(token(), false).html() + page.press(token(), "channel=<script>&note=<b>x".getBytes(StandardCharsets.UTF_8), false).html();

        for (var personal : List.of("张伟", "138", "星辰", "script", "<b>")) {
            assertFalse(html.contains(personal), html);
        }
        assertEquals(Map.of("channel", "other"), side.activities.of(lead.id()).getFirst().fields());
    }

    @Test
    void a_form_that_nobody_would_send_checks_in_without_a_note() {
        page.press(token(), "note=%zz&&=&channel".getBytes(StandardCharsets.UTF_8), false);
        assertEquals(1, contacts());
    }
}
