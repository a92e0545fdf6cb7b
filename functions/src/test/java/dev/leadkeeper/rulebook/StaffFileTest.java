package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.lead.Staff;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffFileTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static Staff only(String yaml) {
        return StaffFile.parse(Yaml.map(yaml), TODAY).getFirst();
    }

    private static List<String> problems(String person) {
        return Yaml.problems(() -> StaffFile.parse(Yaml.map("staff: [{id: a, name: 甲, " + person + "}]"), TODAY));
    }

    @Test
    void days_from_today_are_resolved_when_the_file_is_read() {
        var rep = only("staff: [{id: a, name: 甲, closings: [{industry: x, day: -5d, won: 1, leads: 2}], leaves: [{from: +30d, to: '2026-04-30'}]}]");
        assertEquals(LocalDate.parse("2026-03-05"), rep.figures().closings().getFirst().on());
        assertEquals(new Staff.Leave(LocalDate.parse("2026-04-09"), LocalDate.parse("2026-04-30")), rep.leaves().getFirst());
    }

    @Test
    void a_rep_may_receive_up_to_eight_unless_the_file_says_otherwise() {
        var plain = only("staff: [{id: a, name: 甲}]");
        assertTrue(plain.canReceive());
        assertEquals(8, plain.cap());
        assertNull(plain.dayCap());
        var file = StaffFile.parse(Yaml.map("{defaults: {cap: 5, dayCap: 20}, staff: [{id: a, name: 甲}, {id: b, name: 乙, cap: 30, role: manager}]}"), TODAY);
        assertEquals(5, file.getFirst().cap());
        assertEquals(20, file.getFirst().dayCap());
        assertEquals(30, file.getLast().cap());
        assertFalse(file.getLast().canReceive());
    }

    @Test
    void hours_have_days_and_a_zone() {
        var hours = only("staff: [{id: a, name: 甲, hours: {days: [monday], from: '09:00', to: '18:00'}}]").hours();
        assertEquals(Set.of(DayOfWeek.MONDAY), hours.days());
        assertEquals("Asia/Shanghai", hours.zone().getId());
    }

    @Test
    void preferences_are_stored_as_they_are_read_and_their_mistakes_named() {
        var person = only("staff: [{id: a, name: 甲, preferences: {zone: Europe/Berlin, quietHours: [{days: [friday], from: '22:00', to: '08:00'}],"
                + " quietChannels: [mail], digestAt: '08:30', kinds: {red: awake}}}]");
        assertEquals(Set.of(DayOfWeek.FRIDAY), person.preferences().quietHours().getFirst().days());
        assertEquals(person.preferences(), StaffCodec.fromDoc(Doc.of(StaffCodec.profile(person)), null).preferences());
        assertTrue(problems("preferences: {kinds: {redd: digest}}").getFirst().contains("did you mean"), problems("preferences: {kinds: {redd: digest}}").toString());
        assertTrue(problems("preferences: {kinds: {red: weekly}}").getFirst().startsWith("staff[0].preferences.kinds.red: unknown"));
        assertTrue(problems("preferences: {quietHours: [{from: '09:00', to: '09:00'}]}").getFirst().contains("no time of the week"));
        assertTrue(problems("preferences: {quietHours: [{days: [fryday], from: late, to: '9:00'}], zone: Mars, colour: red}").size() >= 5);
        assertTrue(PreferencesFile.problems(Yaml.map("{flood: {most: -1, minutes: 0}, digest: x}")).size() == 3);
    }

    @Test
    void every_mistake_is_named() {
        assertTrue(problems("rolle: rep").getFirst().contains("did you mean role?"));
        assertTrue(problems("role: boss").getFirst().startsWith("staff[0].role: unknown"));
        assertTrue(problems("closings: [{industry: x, day: yesterday, won: 1, leads: 2}]").getFirst().startsWith("staff[0].closings[0].day: must be a day"));
        assertTrue(problems("closings: [{industry: x, day: -1d, won: 3, leads: 2}]").getFirst().contains("more won than"));
        assertTrue(problems("weight: 0").getFirst().contains("from 1 to 1000"));
        assertTrue(problems("hours: {days: [someday], from: '18:00', to: '09:00'}").size() == 2);
        assertTrue(problems("leaves: [{from: +2d, to: +1d}]").getFirst().contains("ends before"));
        assertTrue(problems("responses: [{day: -1d, medianMinutes: -3}]").getFirst().contains("medianMinutes"));
        assertEquals(List.of("staff[1].id: a is used twice"),
                Yaml.problems(() -> StaffFile.parse(Yaml.map("staff: [{id: a, name: 甲}, {id: a, name: 乙}]"), TODAY)));
    }
}
