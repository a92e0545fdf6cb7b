package dev.leadkeeper.infra.year;

import dev.leadkeeper.assignment.AssignLead;
import dev.leadkeeper.assignment.DrainWaiting;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.deadlines.FollowChanges;
import dev.leadkeeper.deadlines.ReleaseNotices;
import dev.leadkeeper.deadlines.SweepMinute;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.UseCases;
import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.intake.Outcome;
import dev.leadkeeper.infra.simulation.Unmeasured;
import dev.leadkeeper.intake.TakePost;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.notification.DeliverNotice;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Queue.Channel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A year, by default 2026, of an organisation: leads come through its form, are scored, assigned and announced; people respond or do
 * not; sweeps run every minute and every night, some twice, some not at all, and none in two outages.
 */
public final class Year {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    /** Of the queue's messages about a lead that was taken back. */
    private static final double LOST = 0.01;

    private final int leads;
    private final long start = Firm.START.toEpochMilli();
    private final long end;
    private final SplittableRandom dice;
    private final Agenda agenda;
    private final Mail mail;
    private final InMemoryStore store = new InMemoryStore();
    private final Firm firm;
    private final Ports ports;
    private final UseCases useCases;
    private final TakePost takePost;
    private final DeliverNotice deliverNotice;
    private final ReleaseNotices releaseNotices;
    private final SweepMinute sweepMinute;
    private final FollowChanges followChanges;
    private final SweepDue sweepDue;
    private final Account account;
    private final Crew crew;
    private final Archive archive;
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<String, Long> notices = new TreeMap<>();
    private final LongConsumer progress;
    private long posted;
    private long assigned;

    private Year(int reps, int leads, int days, long seed, LongConsumer progress) {
        this.leads = leads;
        this.progress = progress;
        this.end = start + days * DAY;
        this.dice = new SplittableRandom(seed);
        // Half a minute after the full one, when no message is on its way.
        this.agenda = new Agenda(start, end, List.of(outage(40, 19, 30), outage(days * 7L / 10, 2, 9)));
        this.mail = new Mail(agenda, dice.split());
        this.firm = new Firm(reps);
        this.ports = new Ports(store, mail, new InMemoryFiles(), agenda, new SeededIds(seed),
                new FixedSecrets().put(Customers.SECRET, "year").put("forms/" + Firm.FORM, Firm.KEY), this::sent);
        this.useCases = new UseCases(ports);
        this.takePost = useCases.takePost(new Unmeasured());
        this.deliverNotice = useCases.deliverNotice(new Unmeasured());
        this.releaseNotices = useCases.releaseNotices();
        this.sweepMinute = useCases.sweepMinute();
        this.followChanges = useCases.followChanges();
        this.sweepDue = useCases.sweepDue();
        this.account = new Account(agenda, new Account.Law(Rules.FIRST, Firm.Calendar.FIRST.tables(), start));
        this.archive = new Archive(store, account);
        this.crew = new Crew(agenda, dice.split(), account, ports, this::over);
    }

    private Agenda.Outage outage(long day, int hour, int hours) {
        var from = start + day * DAY + hour * 60 * MINUTE + MINUTE / 2;
        return new Agenda.Outage(from, from + hours * 60 * MINUTE);
    }

    /** @param notices delivered, by kind; @param live leads that were still open at the end; @param counters whether all were true */
    public record Result(long leads, long assigned, long live, Map<String, Integer> fired, int early, int late, int twice, int afterAnswer, int otherwise,
                         int returned, Duration latest, Duration latestAfterOutage, Duration latestDaily, boolean counters, long verified,
                         Map<String, Long> notices, long acts, long races, double firstTouch, double firstTouchOfWork, double within48, List<String> broken) {}

    /**
     * Lives through it.
     *
     * @param days     365 for all of it
     * @param progress told every day how many leads there were
     */
    public static Result of(int reps, int leads, int days, long seed, LongConsumer progress) {
        return new Year(reps, leads, days, seed, progress).run();
    }

    private Result run() {
        firm.found(store);
        mail.deliver(Channel.LEADS_RECEIVED, body -> useCases.scoreLeads().take(PostCodec.fromDoc(body), useCases.rulebooks().live()));
        mail.deliver(Channel.LEADS_SCORED, body -> assign(body.required("lead")));
        mail.deliver(Channel.LEADS_SCORED_URGENT, body -> assign(body.required("lead")));
        mail.deliver(Channel.DRAINS, body -> useCases.drainWaiting().drain(DrainWaiting.Request.fromDoc(body), useCases.today(), agenda.now().plusSeconds(4)));
        mail.deliver(Channel.DUE, body -> {
            if (body.number("look") != null) {
                sweepDue.sweepRest(Math.toIntExact(body.number("look")));
            } else {
                fire(body.required("lead"), WatchCodec.dueAt(body.required("at")));
            }
        });
        mail.deliver(Channel.NOTICES, body -> deliverNotice.handle(NoticeMessage.fromDoc(body)));
        for (int n = 0; n < leads; n++) {
            post(n, moment());
        }
        agenda.at(start, this::minute);
        agenda.at(start + 3 * 60 * MINUTE, this::night);
        agenda.at(Firm.STRICTER.toEpochMilli(), () -> {
            firm.makeStricter(store);
            account.changed(Rules.SECOND, account.law().calendars());
        });
        agenda.at(Firm.PUBLISHED.toEpochMilli(), () -> {
            firm.publish(store);
            account.changed(account.law().rules(), Firm.Calendar.WHOLE.tables());
        });
        agenda.run();
        lives.values().forEach(life -> {
            account.look(life);
            archive.verify(life);
        });
        var counters = archive.counted(lives.values());
        return result(counters);
    }

    private Result result(boolean counters) {
        var verdict = account.verdict();
        var figures = crew.figures();
        var fired = new TreeMap<String, Integer>();
        verdict.fired().forEach((timer, count) -> fired.put(timer.word(), count));
        return new Result(posted, assigned, lives.size(), fired, verdict.early(), verdict.late(), verdict.twice(), verdict.afterAnswer(), verdict.otherwise(),
                verdict.returned(), Duration.ofMillis(verdict.latest()), Duration.ofMillis(verdict.latestAfterOutage()), Duration.ofMillis(verdict.latestDaily()),
                counters, archive.verified(), notices, figures.acts(), figures.races(), figures.firstTouch(), figures.firstTouchOfWork(), figures.within48(),
                verdict.broken());
    }

    // ------------------------------------------------------------------ the outside

    /** Some time of the year; mostly a day of the week and not the night. */
    private long moment() {
        while (true) {
            var at = start + dice.nextLong(end - start);
            var wall = Instant.ofEpochMilli(at).atZone(CHINA);
            var usual = wall.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && wall.getHour() >= 8 && wall.getHour() < 21;
            if (usual || dice.nextDouble() < 0.25) {
                return at;
            }
        }
    }

    private void post(int n, long at) {
        agenda.at(at, () -> {
            var up = agenda.down(agenda.millis());
            if (up > 0) {
                post(n, up + dice.nextLong(10 * MINUTE)); // the vendor comes again
                return;
            }
            var body = Json.writeBytes(Map.of("id", "n" + n, "name", "客户" + n, "phone", "139" + (10_000_000 + n), "sourceChannel",
                    firm.groups().get(dice.nextInt(firm.groups().size())), "budget", dice.nextInt(5) == 0 ? 5_000L : 10L, "note", dice.nextInt(10) == 0 ? "急" : ""));
            var outcome = takePost.take(Firm.FORM, new FormRequest("POST", "https://example.com/forms/" + Firm.FORM + "?key=" + Firm.KEY, Map.of("key", Firm.KEY),
                    Map.of("content-type", "application/json"), body), "t" + n);
            if (!(outcome instanceof Outcome.Accepted)) {
                account.tell("a post was not accepted: " + outcome);
            }
            posted++;
        });
    }

    private Notifier.Outcome sent(Notifier.Attempt attempt) {
        var notice = (String) attempt.reference().get("notice");
        notices.merge(notice.substring(0, notice.indexOf(':')), 1L, Long::sum);
        return new Notifier.Outcome.Sent("ok");
    }

    // ------------------------------------------------------------------ the product

    private void assign(String id) {
        switch (useCases.assignLead().assign(id, useCases.today())) {
            case AssignLead.Assigned.Owned(var lead, var decision) when decision != null -> given(lead, decision);
            case AssignLead.Assigned.Owned _, AssignLead.Assigned.NotAssignable _ -> { } // had come before
            case AssignLead.Assigned.Pooled _, AssignLead.Assigned.Waits _ -> account.tell("lead " + id + " reached nobody although there is room");
        }
    }

    private void given(Lead lead, Decision decision) {
        assigned++;
        var life = lives.computeIfAbsent(lead.id(), _ -> new Life(lead));
        var fallback = decision.target() instanceof Decision.ToRep to && to.fallback();
        account.given(life, lead.owner(), firm.team(lead.owner()), lead.assignedAt().toEpochMilli(), fallback);
        crew.got(life);
    }

    private void fire(String id, Instant at) {
        mail.losing(LOST, () -> useCases.fireDue().fire(id, at).forEach(fired -> {
            var life = lives.get(id);
            account.fired(life, fired.event());
            if (Account.timer(fired.event().type()) == Timer.REMIND) {
                crew.reminded(life);
            }
        }));
    }

    /** Every minute, some twice, some not at all. */
    private void minute() {
        agenda.at(agenda.millis() - agenda.millis() % MINUTE + MINUTE + dice.nextInt(1_000), this::minute);
        var chance = dice.nextDouble();
        if (agenda.down(agenda.millis()) > 0 || chance < 0.002) {
            return;
        }
        account.ticked(Timer.Lane.MINUTE);
        for (int times = chance < 0.01 ? 2 : 1; times > 0; times--) {
            releaseNotices.sweep();
            sweepMinute.sweep();
            followChanges.follow();
            sweepDue.sweep();
        }
    }

    /** At three in the morning in China. */
    private void night() {
        agenda.at(agenda.millis() + DAY, this::night);
        if (agenda.down(agenda.millis()) == 0) {
            account.ticked(Timer.Lane.DAILY);
            sweepDue.sweepDay();
            archive.expire(agenda.now());
        }
        progress.accept(LocalDate.ofInstant(agenda.now(), CHINA).getDayOfYear());
    }

    /** Some time after it was won or lost, when no message is about it any more. */
    private void over(Life life) {
        var up = agenda.down(agenda.millis() + 2 * 60 * MINUTE);
        agenda.at(Math.max(agenda.millis(), up) + 2 * 60 * MINUTE, () -> {
            archive.put(life);
            lives.remove(life.id);
        });
    }
}
