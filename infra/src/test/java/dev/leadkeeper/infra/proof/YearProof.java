package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.year.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A year of an organisation in virtual time: everything falls due once, and in time. */
final class YearProof {
    private static final int DAYS = 365;
    /** A tick, its jitter, and the way of a message. */
    private static final double TICK = 63;

    private YearProof() {}

    static Proven run(Run run, long seed) {
        int reps = run.size(200, 60);
        int leads = run.size(100_000, 3_000);
        var steps = new Steps(run, "days", DAYS);
        var begun = System.nanoTime();
        var year = Year.of(reps, leads, DAYS, seed, steps::at);
        year.broken().forEach(run::say);
        long fired = year.fired().values().stream().mapToLong(Integer::longValue).sum();
        var part = new Part.Builder("A year", "The product's own use cases over a store in memory, from 1 January to 31 December 2026: a form posts, leads are "
                + "scored, assigned and announced, people respond by a distribution, follow up, forget, win and lose; China's holidays with their make-up days, "
                + "a team in New York and one in Berlin with summer time; stricter rules from May, holidays of autumn published in August; a sweep every "
                + "minute, at times twice or missed, two outages of 30 and 9 hours, messages that come twice or are lost. What has to fall due when is "
                + "computed beside the product, from calendars that were looked at minute by minute. Late is what has not fired by the first sweep that ran "
                + "after it was due. Seed " + seed + ".")
                .figure(Figure.counted("reps", "people", reps))
                .figure(Figure.counted("leads", "leads", year.leads()).atLeast(leads * 0.999))
                .figure(Figure.counted("timers fired", "timers", fired))
                .figure(Figure.counted("early", "timers", year.early()).none())
                .figure(Figure.counted("late", "timers", year.late()).none())
                .figure(Figure.counted("twice", "timers", year.twice()).none())
                .figure(Figure.counted("after the owner had answered", "timers", year.afterAnswer()).none())
                .figure(Figure.counted("at another moment, or of another owner, than the calendar says", "timers", year.otherwise()).none())
                .figure(Figure.counted("given back to somebody who is to cool", "leads", year.returned()).none())
                .figure(Figure.counted("broken promises of any kind", "", year.broken().size()).none())
                .figure(Figure.counted("everybody's counters true at the end", "1 is yes", year.counters() ? 1 : 0).atLeast(1))
                .figure(Figure.counted("histories verified", "leads", year.verified()).atLeast(year.leads() * 0.999))
                .figure(Figure.counted("latest, while sweeps ran", "s", year.latest().toMillis() / 1e3))
                .figure(Figure.counted("latest after the end of an outage", "s", year.latestAfterOutage().toMillis() / 1e3).atMost(TICK))
                .figure(Figure.counted("first touch, mean", "h", year.firstTouch()))
                .figure(Figure.counted("first touch, mean, of work", "h", year.firstTouchOfWork()))
                .figure(Figure.counted("of those answered, within 48 hours of worked days", "%", year.within48()))
                .figure(Figure.counted("speed", "leads/s", year.leads() / ((System.nanoTime() - begun) / 1e9)))
                .grid(new Part.Grid("Fired, done and told", List.of("what", "times"), Stream.of(Map.of("assigned", year.assigned(), "acts of reps", year.acts(),
                        "answers aimed at the second when the lock ends", year.races()), year.fired(), named(year.notices()))
                        .flatMap(counts -> counts.entrySet().stream().map(each -> List.of(each.getKey(), Numbers.plain(each.getValue().doubleValue()))).sorted(java.util.Comparator.comparing(List::getFirst)))
                        .toList()));
        year.broken().forEach(part::remark);
        return new Proven(part.done(), Numbers.plain(year.leads()) + " leads, " + Numbers.plain(fired) + " timers",
                "The lines above name the lead and the timer. The same seed gives the same year: YearTest shows one in small.");
    }

    private static Map<String, Long> named(Map<String, Long> notices) {
        return notices.entrySet().stream().collect(java.util.stream.Collectors.toMap(each -> "notice " + each.getKey(), Map.Entry::getValue));
    }
}
