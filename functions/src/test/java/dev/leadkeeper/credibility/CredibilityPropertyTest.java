package dev.leadkeeper.credibility;

import static dev.leadkeeper.credibility.Pictures.AT;
import static dev.leadkeeper.credibility.Pictures.withFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every activity; the seed is fixed, so that a failure can be seen again. */
class CredibilityPropertyTest {
    private static final int TIMES = 5_000;
    private static final List<String> KINDS = List.of("pdf", "presentation", "mail", "image", "audio", "text");
    private static final List<String> TYPES = List.of("first-contact", "requirement", "proposal", "quote", "sample", "demo");
    private static final CredibilityRules RULES = CredibilityRules.USUAL;

    private final Random random = new Random(20261122);

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Activity activity(String staff) {
        var at = AT.plus(Duration.ofMinutes(random.nextInt(100_000)));
        var made = Pictures.activity(staff, any(TYPES), at.minus(Duration.ofMinutes(random.nextInt(10_000) - 100)), at);
        if (random.nextBoolean()) {
            made = Pictures.saying(made, any(List.of("客户回复了", "发方案", "customer said so", "")));
        }
        if (random.nextBoolean()) {
            made = Pictures.withPeople(made, new Activity.Participant(any(List.of("张总", "")), any(List.of("decides", "uses"))));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            made = withFile(made, any(KINDS), any(List.of(State.values())), any(List.of("duplicate", "older-than-requirement", "restricted")));
        }
        return made;
    }

    /** Needs that files of some kinds meet, as a rulebook would say it. */
    private static List<Picture.Need> needs(Activity activity, List<String> kinds) {
        return kinds.stream().map(kind -> Pictures.need(kind, activity.files().values().stream()
                .anyMatch(file -> file.state() == State.VALID && kind.equals(file.found().kind())))).toList();
    }

    private Picture picture(Activity activity, List<String> kinds) {
        var others = IntStream.range(0, random.nextInt(3)).mapToObj(i -> new Picture.Other(activity(any(List.of("wu", "lin"))), random.nextBoolean())).toList();
        return new Picture(activity, needs(activity, kinds), random.nextBoolean() ? (long) random.nextInt(1000) : null,
                random.nextBoolean() ? LocalDate.parse("2026-11-20").plusDays(random.nextInt(100)) : null, others,
                new Picture.Similar(tally(), tally()));
    }

    private Picture.Tally tally() {
        var n = random.nextInt(200);
        return new Picture.Tally(n, random.nextInt(n + 1));
    }

    private List<String> kinds() {
        var kinds = new ArrayList<>(KINDS);
        java.util.Collections.shuffle(kinds, random);
        return kinds.subList(0, random.nextInt(4));
    }

    @Test
    void points_stay_within_their_bounds_and_each_is_explained_in_both_languages() {
        for (int i = 0; i < TIMES; i++) {
            var credibility = Credibility.of(picture(activity("lin"), kinds()), RULES);

            assertTrue(credibility.total() >= 0 && credibility.total() <= 100, credibility.toString());
            assertEquals(Stream.of(Dimension.values()).toList(), credibility.parts().stream().map(Part::dimension).toList());
            credibility.parts().forEach(part -> {
                assertTrue(part.points() >= 0 && part.points() <= 20, part.toString());
                assertFalse(part.because().zh().isBlank() || part.because().en().isBlank(), part.toString());
                assertFalse(part.because().zh().contains("张总") || part.because().en().contains("张总"), part.toString());
            });
        }
    }

    @Test
    void a_further_valid_file_that_contradicts_nothing_never_lowers_any_dimension() {
        for (int i = 0; i < TIMES; i++) {
            var kinds = kinds();
            var before = picture(activity("lin"), kinds);
            var more = withFile(before.activity(), any(KINDS), State.VALID, "restricted");
            var after = new Picture(more, needs(more, kinds), before.responseMinutes(), before.promised(), before.others(), before.similar());

            var was = Credibility.of(before, RULES);
            var is = Credibility.of(after, RULES);

            for (var dimension : Dimension.values()) {
                assertTrue(is.part(dimension).points() >= was.part(dimension).points(), () -> dimension + ": " + was + " then " + is);
            }
        }
    }

    @Test
    void a_file_that_is_not_valid_changes_no_points() {
        for (int i = 0; i < TIMES; i++) {
            var kinds = kinds();
            var before = picture(activity("lin"), kinds);
            var more = withFile(before.activity(), any(KINDS), any(List.of(State.AWAITED, State.CHECKING, State.REJECTED, State.EXPIRED)), "duplicate");
            var after = new Picture(more, needs(more, kinds), before.responseMinutes(), before.promised(), before.others(), before.similar());

            assertEquals(points(before), points(after));
        }
    }

    @Test
    void one_more_success_never_lowers_and_one_more_failure_never_raises() {
        for (int i = 0; i < TIMES; i++) {
            var rep = tally();
            var team = tally();
            var points = similar(rep, team);

            assertTrue(similar(new Picture.Tally(rep.n() + 1, rep.successes() + 1), team) >= points);
            assertTrue(similar(new Picture.Tally(rep.n() + 1, rep.successes()), team) <= points);
            assertTrue(similar(rep, new Picture.Tally(team.n() + 1, team.successes() + 1)) >= points);
        }
    }

    private static int similar(Picture.Tally rep, Picture.Tally team) {
        return SimilarActions.of(new Picture.Similar(rep, team), RULES.similar()).points();
    }

    private static List<Integer> points(Picture picture) {
        return Credibility.of(picture, RULES).parts().stream().map(Part::points).toList();
    }
}
