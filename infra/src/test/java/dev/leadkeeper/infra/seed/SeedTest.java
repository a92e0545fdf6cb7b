package dev.leadkeeper.infra.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.rulebook.Deadlines;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FollowUps;
import dev.leadkeeper.settings.Rulebooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOCAL = "http://localhost:8080";

    @TempDir
    private Path folder;
    private final InMemoryStore store = new InMemoryStore();
    private final MemoryVault vault = new MemoryVault();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void copy_the_sample() throws IOException {
        var sample = Path.of("../infra/seed");
        try (var files = Files.walk(sample)) {
            for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                var copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void the_sample_is_loaded_with_a_live_rulebook_everybody_and_the_secrets() {
        load(true);
        assertEquals("2026-01", new Rulebooks(store).liveVersion().orElseThrow());
        assertTrue(new StaffBook(store).everybody().staff().size() >= 14);
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", vault.values.get("forms/demo"));
        assertTrue(vault.values.containsKey("customers/keys"));
        assertEquals(1, new Documents(store).find("form", "demo").orElseThrow().version());
    }

    @Test
    void the_sample_spells_out_the_usual_tables_of_follow_up() {
        load(true);
        assertEquals(FollowUps.usual(), new FollowUps(store).live());
        var document = new Rulebooks(store).document("2026-01").orElseThrow();
        assertTrue(document.containsKey(FollowUps.SECTION));
    }

    @Test
    void the_sample_spells_out_the_usual_figures_of_deadlines() {
        load(true);
        assertEquals(Deadlines.USUAL, new DeadlineRules(store).live());
        assertTrue(new Rulebooks(store).document("2026-01").orElseThrow().containsKey(DeadlineRules.SECTION));
    }

    @Test
    void the_overseas_team_of_the_sample_works_by_a_calendar_of_its_own() {
        load(true);
        var calendars = new Calendars(store).live();
        var emma = new StaffBook(store).find("emma-clark").orElseThrow();
        assertEquals(ZoneId.of("America/New_York"), calendars.ofMembers(emma.groups()).zone());
        assertEquals(ZoneId.of("Asia/Shanghai"), calendars.ofMembers(new StaffBook(store).find("xu-min").orElseThrow().groups()).zone());
    }

    @Test
    void a_calendar_of_a_team_without_members_and_a_limit_for_a_stage_that_is_not_there_are_named() throws IOException {
        edit("calendar.yaml", "  overseas:", "  oversea:");
        edit("rulebook.yaml", "demo: 5, quote: 3", "demo: 5, qoute: 3");
        var refused = assertThrows(OrganisationInvalid.class, () -> load(true));
        assertTrue(refused.getMessage().contains("calendar.yaml: teams.oversea: nobody in staff.yaml is in the group oversea"), refused.getMessage());
        assertTrue(refused.getMessage().contains("rulebook.yaml: deadlines.freeze.qoute: followUp has no stage qoute; did you mean quote?"), refused.getMessage());
    }

    @Test
    void mistakes_of_deadlines_and_calendars_are_named_with_their_files() throws IOException {
        edit("calendar.yaml", "zone: America/New_York", "zone: America/NewYork");
        edit("rulebook.yaml", "clock: working", "clock: work");
        var refused = assertThrows(OrganisationInvalid.class, () -> load(true));
        assertTrue(refused.getMessage().contains("calendar.yaml: teams.overseas.zone: must be a time zone"), refused.getMessage());
        assertTrue(refused.getMessage().contains("rulebook.yaml: deadlines.response.clock: unknown"), refused.getMessage());
    }

    @Test
    void loading_again_changes_nothing() {
        load(true);
        var before = Map.copyOf(vault.values);
        load(true);
        assertTrue(printed.toString(StandardCharsets.UTF_8).endsWith("Nothing to do.\n"));
        assertEquals(before, vault.values);
        assertEquals(1, new Documents(store).find("form", "demo").orElseThrow().version());
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_writes_nothing() {
        new Seed(new PrintStream(printed)).load(organisation(), new Target(store, vault, true), options(true, false));
        assertTrue(text().contains("+ form       demo"), text());
        assertTrue(text().contains("Nothing was written"), text());
        assertTrue(new Documents(store).find("form", "demo").isEmpty());
        assertTrue(vault.values.isEmpty());
    }

    @Test
    void a_changed_form_is_shown_by_its_fields_and_gets_the_next_version() throws IOException {
        load(true);
        edit("forms/demo.yaml", "id: demo", "id: demo\ncountry: SG");
        load(true);
        assertTrue(text().contains("~ form       demo                     country"), text());
        assertEquals(2, new Documents(store).find("form", "demo").orElseThrow().version());
    }

    @Test
    void a_person_changes_and_keeps_the_counters() throws IOException {
        load(true);
        store.write(new Write.Update(Key.of(Table.STAFF, "xu-min"), List.of(Change.set("open", 5L), Change.set("turns.north", 3L)), Condition.NONE));
        edit("staff.yaml", "name: 徐敏", "name: 徐 敏");
        load(true);
        var person = new StaffBook(store).find("xu-min").orElseThrow();
        assertEquals("徐 敏", person.name());
        assertEquals(5, person.ledger().open());
        assertEquals(Map.of("north", 3L), person.ledger().turns());
    }

    @Test
    void a_changed_rulebook_under_the_same_version_is_refused() throws IOException {
        load(true);
        edit("rulebook.yaml", "points: 20", "points: 19");
        var refused = assertThrows(OrganisationInvalid.class, () -> load(true));
        assertTrue(refused.getMessage().contains("2026-01 is stored with another content"), refused.getMessage());
    }

    @Test
    void a_new_version_of_the_rulebook_becomes_the_live_one_and_the_old_one_stays() throws IOException {
        load(true);
        edit("rulebook.yaml", "version: \"2026-01\"", "version: \"2026-02\"");
        load(true);
        var rulebooks = new Rulebooks(store);
        assertEquals("2026-02", rulebooks.liveVersion().orElseThrow());
        assertTrue(rulebooks.document("2026-01").isPresent());
    }

    @Test
    void what_is_stored_but_not_in_the_folder_is_kept_unless_asked_otherwise() throws IOException {
        load(true);
        Files.delete(folder.resolve("forms/demo.yaml"));
        edit("staff.yaml", "  - {id: marketing,", "  - {id: growth,");
        load(true);
        assertTrue(text().contains("− form       demo") && text().contains("− staff      marketing"), text());
        assertTrue(new Documents(store).find("form", "demo").isPresent());

        new Seed(new PrintStream(printed)).load(organisation(), new Target(store, vault, true), options(false, true));
        assertTrue(new Documents(store).find("form", "demo").isEmpty());
        assertEquals(Staff.Status.LEFT, new StaffBook(store).find("marketing").orElseThrow().status());
    }

    @Test
    void the_sample_is_refused_outside_the_local_cloud() {
        var refused = assertThrows(OrganisationInvalid.class, () -> Seed.refuseTheSample(organisation()));
        assertTrue(refused.getMessage().contains("staff.yaml: is for the local cloud only"), refused.getMessage());
    }

    @Test
    void a_deployed_stack_gets_new_secrets_that_are_shown_once() throws IOException {
        become_ones_own();
        Seed.refuseTheSample(Organisation.load(folder, TODAY, null));
        load(false);
        var secret = vault.values.get("forms/demo");
        assertTrue(secret.matches("whsec_[A-Za-z0-9+/]{43}="), secret);
        assertTrue(text().contains(secret));
        assertFalse(text().contains(vault.values.get("customers/keys")), "nobody needs to see the key of the hashes");
        printed.reset();
        load(false);
        assertEquals(secret, vault.values.get("forms/demo"));
        assertFalse(text().contains(secret));
    }

    @Test
    void every_mistake_is_named_with_its_file_before_anything_is_written() throws IOException {
        edit("staff.yaml", "groups: [north]", "group: [north]");
        edit("channels.yaml", "type: outbox", "type: pigeon");
        edit("forms/demo.yaml", "id: demo", "id: Demo Form");
        var refused = assertThrows(OrganisationInvalid.class, () -> load(true));
        for (var file : List.of("staff.yaml: ", "channels.yaml: outbox: type", "forms/demo.yaml: ")) {
            assertTrue(refused.problems().stream().anyMatch(each -> each.startsWith(file)), refused.getMessage());
        }
        assertTrue(new StaffBook(store).everybody().staff().isEmpty());
    }

    @Test
    void a_fallback_owner_who_does_not_exist_is_a_mistake() throws IOException {
        edit("staff.yaml", "{id: manager,", "{id: boss,");
        var refused = assertThrows(OrganisationInvalid.class, () -> load(true));
        assertTrue(refused.getMessage().contains("nobody in staff.yaml is manager"), refused.getMessage());
    }

    @Test
    void words_that_yaml_would_take_for_something_else_stay_words() {
        var read = YamlFile.parse("x.yaml", "on: no\nat: 12:30\nday: 2026-03-01\ncode: 007\nhalf: 0.5\nnumber: 12\nnothing:\n");
        var expected = new HashMap<String, Object>(Map.of("on", "no", "at", "12:30", "day", "2026-03-01", "code", "007",
                "half", new BigDecimal("0.5"), "number", 12L));
        expected.put("nothing", null);
        assertEquals(expected, read);
    }

    private void become_ones_own() throws IOException {
        Files.delete(folder.resolve("secrets.yaml"));
        edit("staff.yaml", "\nsample: true\n", "\n");
        edit("channels.yaml", "\n  outbox: {type: outbox, baseUrl: \"${local}/local/outbox\"}", "\n  outbox: {type: outbox, baseUrl: \"https://example.com\"}");
    }

    private Organisation organisation() {
        return Organisation.load(folder, TODAY, LOCAL);
    }

    private void load(boolean local) {
        new Seed(new PrintStream(printed)).load(local ? organisation() : Organisation.load(folder, TODAY, null),
                new Target(store, vault, local), options(false, false));
    }

    private SeedOptions options(boolean dry, boolean prune) {
        return new SeedOptions("leadkeeper", Optional.empty(), Optional.empty(), folder, dry, prune);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void edit(String file, String before, String after) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(before), () -> file + " has no " + before);
        Files.writeString(folder.resolve(file), text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    }

    /** Keeps secrets in memory. */
    private static final class MemoryVault implements Vault {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public void put(String name, String value) {
            values.put(name, value);
        }
    }
}
