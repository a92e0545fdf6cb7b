package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.calendar.Pace;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FollowUps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final DeadlinesCheck.Organisation SAMPLE = new DeadlinesCheck.Organisation(Rulebook.parse(Yaml.seed("rulebook.yaml")),
            FollowUps.usual(), StaffFile.parse(Yaml.seed("staff.yaml"), LocalDate.parse("2026-03-10")));

    private static Deadlines read(String yaml) {
        return Deadlines.parse(Yaml.map(yaml));
    }

    private static void refused(String yaml, String... problems) {
        same(Yaml.problems(() -> read(yaml)), problems);
    }

    private static void unfit(String yaml, String... problems) {
        read(yaml);
        same(DeadlinesCheck.problems(Yaml.map(yaml), SAMPLE), problems);
    }

    private static void same(List<String> found, String... problems) {
        assertEquals(problems.length, found.size(), found::toString);
        for (int i = 0; i < problems.length; i++) {
            assertTrue(found.get(i).startsWith("deadlines" + problems[i]), found::toString);
        }
    }

    @Test
    void what_is_left_out_is_as_usual_and_the_sample_spells_out_the_usual() {
        assertEquals(Deadlines.USUAL, Deadlines.parse(Map.of()));
        assertEquals(Deadlines.USUAL, DeadlineRules.of(Yaml.seed("rulebook.yaml")));
        var changed = read("{response: {hours: 6, red: {hours: 30}}, recycle: {rounds: 1}}");
        assertEquals(Duration.ofHours(6), changed.response().within());
        assertEquals(Pace.WORKING, changed.response().pace());
        assertEquals(new Deadlines.Red(Duration.ofHours(30), Pace.WORKDAYS), changed.response().red());
        assertEquals(1, changed.recycle().rounds());
        assertEquals(Deadlines.USUAL.recycle().after(), changed.recycle().after());
        assertEquals(Deadlines.USUAL.dormancy(), changed.dormancy());
    }

    @Test
    void the_live_rulebook_says_what_holds() {
        var store = new InMemoryStore();
        var rules = new DeadlineRules(store);
        assertEquals(new DeadlineRules.Now("", Deadlines.USUAL), rules.now());
        var documents = new Documents(store);
        documents.save("rulebook", "old", 0, Map.of("version", "old"));
        documents.save("live", "rulebook", 0, Map.of("version", "old"));
        assertEquals(new DeadlineRules.Now("old", Deadlines.USUAL), rules.now());
        documents.save("rulebook", "new", 0, Map.of("version", "new", "deadlines", Map.of("snooze", Map.of("mostDays", 2))));
        documents.save("live", "rulebook", 1, Map.of("version", "new"));
        assertEquals(2, rules.live().snooze().mostDays());
    }

    @Test
    void the_first_lock_that_fits_holds() {
        var response = read("response: {hours: 4, by: [{priority: urgent, tier: hot, hours: 0.5}, {priority: urgent, hours: 2}, {tier: hot, hours: 3}]}").response();
        assertEquals(Duration.ofMinutes(30), response.within(Priority.URGENT, "hot"));
        assertEquals(Duration.ofHours(2), response.within(Priority.URGENT, "cold"));
        assertEquals(Duration.ofHours(3), response.within(Priority.NORMAL, "hot"));
        assertEquals(Duration.ofHours(4), response.within(Priority.NORMAL, null));
    }

    @Test
    void the_reminder_comes_in_the_last_quarter_of_whichever_lock() {
        assertEquals(Duration.ofHours(3), Deadlines.USUAL.response().untilReminder(Duration.ofHours(4)));
        assertEquals(Duration.ofMinutes(90), Deadlines.USUAL.response().untilReminder(Duration.ofHours(2)));
    }

    @Test
    void dormancy_goes_by_industry_or_tier_and_spelling_of_width_and_case_does_not_matter() {
        var dormancy = read("dormancy: {days: 90, by: [{industry: SaaS, tier: hot, days: 10}, {industry: SaaS, days: 20}, {tier: hot, days: 60}]}").dormancy();
        assertEquals(Duration.ofDays(10), dormancy.after("ｓａａｓ ", "hot"));
        assertEquals(Duration.ofDays(20), dormancy.after("saas", null));
        assertEquals(Duration.ofDays(60), dormancy.after(null, "hot"));
        assertEquals(Duration.ofDays(90), dormancy.after("教育", "warm"));
    }

    @Test
    void a_stage_without_an_entry_has_no_limit() {
        var deadlines = read("freeze: {demo: 5}");
        assertEquals(Optional.of(Duration.ofDays(5)), deadlines.freezeAfter("demo"));
        assertEquals(Optional.empty(), deadlines.freezeAfter("quote"));
    }

    @Test
    void unknown_names_and_figures_out_of_bounds_are_named() {
        refused("respons: {}", ".respons: unknown key; did you mean response?");
        refused("response: {hours: 0}", ".response.hours: must be hours from 0.05 to 744");
        refused("response: {hours: 745}", ".response.hours: must be hours from 0.05 to 744");
        refused("response: {clock: workday}", ".response.clock: unknown; did you mean workdays?");
        refused("response: {remindAtLast: 1}", ".response.remindAtLast: must be a share from 0.05 to 0.9");
        refused("response: {red: {hour: 24}}", ".response.red.hour: unknown key; did you mean hours?");
        refused("response: {by: [{hours: 2}]}", ".response.by[0]: fits every lead");
        refused("response: {by: [{priority: urgent}]}", ".response.by[0].hours: is missing");
        refused("response: {by: [{priority: urgnet, hours: 2}]}", ".response.by[0].priority: unknown; did you mean urgent?");
        refused("response: {by: [{tier: hot, hours: 2}, {tier: hot, hours: 3}]}", ".response.by[1]: fits the same leads as an entry above");
        refused("recycle: {rounds: -1, coolingDays: 1.5}", ".recycle.rounds: must be a whole number from 0 to 100", ".recycle.coolingDays: must be a whole number");
        refused("recycle: {afterContact: sometimes}", ".recycle.afterContact: must be true or false");
        refused("freeze: {demo: 0}", ".freeze.demo: must be a whole number from 1 to 3650");
        refused("freeze: [demo]", ".freeze: must be a map");
        refused("dormancy: {days: 0}", ".dormancy.days: must be a whole number");
        refused("dormancy: {by: [{days: 60}]}", ".dormancy.by[0]: fits every lead");
        refused("dormancy: {by: [{industry: 教育}]}", ".dormancy.by[0].days: is missing");
        refused("snooze: {mostDays: 0, mostTimes: 101}", ".snooze.mostDays: must be", ".snooze.mostTimes: must be");
        refused("claims: {perDay: -1, mostOwned: 0}", ".claims.perDay: must be", ".claims.mostOwned: must be");
        refused("compliance: {target: 1.1, weeks: 0, least: 0}", ".compliance.target: must be a share", ".compliance.weeks: must be", ".compliance.least: must be");
        refused("silentRep: {days: 0}", ".silentRep.days: must be");
        same(Yaml.problems(() -> Deadlines.parse("x")), ": must be a map");
    }

    @Test
    void what_comes_later_is_not_due_sooner() {
        refused("response: {hours: 2, healthyHours: 3}", ".response.healthyHours: must not be more than hours, 2");
        refused("response: {hours: 30, clock: workdays}", ".response.red.hours: must not be less than the lock's, 30");
        refused("recycle: {hours: 12}", ".recycle.hours: must not be less than response.red.hours, 24");
        refused("compliance: {target: 0.5}", ".compliance.suspendBelow: must not be more than target, 0.5");
        assertEquals(Duration.ofHours(12), read("recycle: {hours: 12, clock: working}").recycle().after(), "another clock cannot be compared");
        assertEquals(Duration.ofHours(30), read("response: {hours: 30}").response().within());
    }

    @Test
    void the_sample_fits_itself_and_a_rulebook_without_the_section_fits_anything() {
        assertEquals(List.of(), DeadlinesCheck.problems(Yaml.seed("rulebook.yaml").get("deadlines"), SAMPLE));
        assertEquals(List.of(), DeadlinesCheck.problems(null, SAMPLE));
        unfit("dormancy: {by: [{industry: 骨科器械, days: 20}, {industry: 教育, tier: cold, days: 20}]}");
    }

    @Test
    void an_industry_is_known_by_the_staff_or_by_the_rulebook() {
        var jeweller = StaffFile.parse(Yaml.map("staff: [{id: a, name: 甲, industries: [珠宝]}]"), LocalDate.parse("2026-03-10"));
        var organisation = new DeadlinesCheck.Organisation(SAMPLE.rulebook(), SAMPLE.followUp(), jeweller);
        assertEquals(List.of(), DeadlinesCheck.problems(Yaml.map("dormancy: {by: [{industry: 珠宝, days: 20}, {industry: 医疗影像, days: 20}]}"), organisation));
        assertEquals(1, DeadlinesCheck.problems(Yaml.map("dormancy: {by: [{industry: 珠宝, days: 20}]}"), SAMPLE).size());
    }

    @Test
    void stages_tiers_and_industries_that_nothing_else_knows_are_named() {
        unfit("freeze: {demoo: 5, quote: 3}", ".freeze.demoo: followUp has no stage demoo; did you mean demo?");
        unfit("response: {by: [{tier: hott, hours: 2}]}", ".response.by[0].tier: there is no tier hott; did you mean hot?");
        unfit("dormancy: {by: [{tier: hott, days: 2}, {industry: 医疗器材, days: 2}]}", ".dormancy.by[0].tier: there is no tier hott",
                ".dormancy.by[1].industry: no scorecard entry, no rule and nobody on the staff list knows the industry 医疗器材");
    }
}
