package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.NoticeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the one attempt that a message asks for and sends the message that follows from it. A repeat of a message finds
 * the attempt's receipt, attempts nothing and sends what follows once more, so that a crash between the two loses nothing.
 */
public final class DeliverNotice {
    private final StaffBook staff;
    private final ChannelBook channels;
    private final Rates rates;
    private final Flood flood;
    private final Notifier notifier;
    private final Receipts receipts;
    private final HeldNotices held;
    private final OpenNotices open;
    private final Settlements settlements;
    private final BadAddresses badAddresses;
    private final Escalation escalation;
    private final Queue queue;
    private final Clock clock;
    private final Measures measures;
    private final Links links;

    private DeliverNotice(Store store, Queue queue, Clock clock, Notifier notifier, Measures measures, Links links) {
        this.staff = new StaffBook(store);
        this.channels = new ChannelBook(new Documents(store));
        this.rates = new Rates(store, clock);
        this.flood = new Flood(store, clock);
        this.notifier = notifier;
        this.receipts = new Receipts(store, clock);
        this.held = new HeldNotices(store);
        this.open = new OpenNotices(store);
        this.settlements = new Settlements(store, clock);
        this.badAddresses = new BadAddresses(store);
        this.escalation = new Escalation(staff, store, queue, clock, measures);
        this.queue = queue;
        this.clock = clock;
        this.measures = measures;
        this.links = links;
    }

    /** @param publicUrl base of the links in notices, empty for none; such notices hold no link to check in */
    public static DeliverNotice over(Store store, Queue queue, Clock clock, Notifier notifier, Measures measures, String publicUrl) {
        return over(store, queue, clock, notifier, measures, new Links(publicUrl, new CheckInLinks(name -> List.of())));
    }

    static DeliverNotice over(Store store, Queue queue, Clock clock, Notifier notifier, Measures measures, Links links) {
        return new DeliverNotice(store, queue, clock, notifier, measures, links);
    }

    /** What {@link #handle} glances at. */
    static List<Key> glances(NoticeMessage message) {
        return List.of(ChannelBook.KEY, Key.of(Table.STAFF, message.notice().recipient()));
    }

    /**
     * Makes the attempt and sends what follows, or keeps the notice for later.
     *
     * @throws Store.Fault if storage or queue failed; handling the message again is always right
     */
    public void handle(NoticeMessage message) {
        var book = channels.read();
        var course = course(message.notice().recipient(), book.rules());
        switch (course.turn(message, clock.now())) {
            case Course.Turn.Go(var next, var counts) -> go(next, message.way() == Way.OPEN, counts, course, book);
            case Course.Turn.Wait wait -> {
                switch (receipts.past(message)) {
                    case Receipts.Past.Settled _ -> {
                        forget(message);
                        open.arrived(message.notice());
                    }
                    case Receipts.Past.Attempted(var outcome) -> follow(message.by(Way.LOUD, message.step()), course, outcome, book);
                    case Receipts.Past.Nothing _ -> {
                        hold(message, wait.why(), wait.until());
                        arrived(message);
                    }
                }
            }
        }
    }

    /** Whoever kept it on an older look, or listed what comes next, and died then, left something that nobody is owed. */
    private void forget(NoticeMessage message) {
        held.find(message.notice()).ifPresent(kept -> held.settle(kept.notice().recipient(), kept.notice().id()));
    }

    /** Somebody who left or is disabled learns nothing any more. */
    private Course course(String recipient, NoticeRules rules) {
        return staff.glance(recipient)
                .filter(person -> switch (person.status()) {
                    case ACTIVE, LEAVE -> true;
                    case DISABLED, LEFT -> false;
                })
                .map(person -> Course.of(person, rules)).orElseGet(Course::ofNobody);
    }

    /**
     * @param news   whether this is the message by which the notice comes
     * @param counts whether it may be one of a flood
     */
    private void go(NoticeMessage message, boolean news, boolean counts, Course course, ChannelBook.Book book) {
        // What is known comes first: a repeat may find that the recipient has left since the attempt, or has come back.
        switch (receipts.past(message)) {
            case Receipts.Past.Settled _ -> {
                forget(message);
                open.arrived(message.notice());
            }
            case Receipts.Past.Attempted(var outcome) -> follow(message, course, outcome, book);
            case Receipts.Past.Nothing _ when message.step() >= course.chain().size() -> undelivered(message, book);
            case Receipts.Past.Nothing(var history) -> {
                if (!news || !isKept(message, counts, book.rules())) {
                    attempt(message, course, book, history).ifPresent(outcome -> follow(message, course, outcome, book));
                } else {
                    arrived(message);
                }
            }
        }
    }

    /** Whether the notice waits already, or does from now on because too many come at once. One that may come at any time asks nobody. */
    private boolean isKept(NoticeMessage message, boolean counts, NoticeRules rules) {
        if (message.way() == Way.LOUD && !counts) {
            return false;
        }
        var kept = held.find(message.notice());
        kept.ifPresent(held::count);
        if (kept.isPresent() || !counts) {
            return kept.isPresent();
        }
        var end = flood.over(message.notice().recipient(), rules);
        end.ifPresent(until -> hold(message, HeldNotices.Why.FLOOD, until));
        return end.isPresent();
    }

    private void hold(NoticeMessage message, HeldNotices.Why why, Instant until) {
        held.hold(new HeldNotices.Held(message.notice(), message.since(), why, until, message.by(Way.LATE, 0).toDoc()));
        measures.held(message, why, until);
    }

    /** What the attempt came to; empty if the message now waits for room in the channel. */
    private Optional<Outcome> attempt(NoticeMessage message, Course course, ChannelBook.Book book, List<TimelineEvent> history) {
        var chain = course.chain();
        var address = chain.get(message.step());
        var settings = book.find(address.channel());
        if (settings.isEmpty()) {
            return Optional.of(keep(message, history, address.channel(), new Outcome.Dead("no such channel")));
        }
        var wait = rates.take(address.channel(), settings.get());
        if (wait.isZero()) {
            return Optional.of(keep(message, history, address.channel(), notifier.attempt(attempt(message.notice(), address, settings.get()))));
        }
        if (Chain.waitsForRoom(chain.size(), message.step(), message.waited(), wait)) {
            pending(message.waiting(wait), wait, "room", address.channel());
            return Optional.empty();
        }
        return Optional.of(keep(message, history, address.channel(), new Outcome.Failed("over the channel's rate")));
    }

    private Outcome keep(NoticeMessage message, List<TimelineEvent> history, String channel, Outcome outcome) {
        var mine = Receipt.of(message, channel, outcome);
        var kept = receipts.keep(message.notice().lead(), history, mine);
        measures.attempted(message, kept);
        if (kept.event().equals(Receipt.NOTIFIED)) {
            measures.reached(message, Duration.between(message.since(), clock.now()));
        }
        if (outcome instanceof Outcome.Dead) {
            badAddresses.note(message.notice().recipient(), channel, outcome.because(), clock.now());
        }
        return kept.equals(mine) ? outcome : kept.again();
    }

    private void follow(NoticeMessage message, Course course, Outcome outcome, ChannelBook.Book book) {
        switch (Chain.next(course.chain().size(), course.steps(message.way()), message.step(), message.attempt(), outcome)) {
            case Chain.Next.Done _ -> arrived(message);
            case Chain.Next.Again again -> pending(message.again(again.attempt()), again.delay(), "another-attempt", channel(message, course));
            case Chain.Next.Onward onward ->
                    pending(message.onward(onward.step(), onward.missed()), Duration.ZERO, "next-channel", channel(message, course));
            case Chain.Next.Exhausted _ -> exhausted(message, course, book);
        }
    }

    /** In quiet hours the other channels are left for when they are over. */
    private void exhausted(NoticeMessage message, Course course, ChannelBook.Book book) {
        if (message.way() != Way.QUIET) {
            undelivered(message, book);
            return;
        }
        course.preferences().quietUntil(clock.now()).ifPresentOrElse(
                until -> hold(message, HeldNotices.Why.QUIET_HOURS, until), () -> {
                    send(message.by(Way.LATE, 0), Duration.ZERO);
                    forget(message);
                });
        arrived(message);
    }

    private void undelivered(NoticeMessage message, ChannelBook.Book book) {
        escalation.undelivered(message, book.undeliveredTo());
        forget(message);
        arrived(message);
    }

    /** Listed after the message that takes it off the list is sent, and taken off at once if that one was quicker. */
    private void pending(NoticeMessage next, Duration delay, String waits, String channel) {
        send(next, delay);
        var now = clock.now();
        open.list(OpenNotices.State.PENDING, OpenNotices.Open.of(next.notice(), next.since(), waits, now.plus(delay), channel, List.of()), now);
        if (settlements.settled(next.notice()) || held.find(next.notice()).isPresent()) {
            open.arrived(next.notice());
        }
    }

    /** It is not pending any more: it arrived, reached nobody, or waits among what is kept for later. The first attempt was never listed, and pays for nothing here. */
    private void arrived(NoticeMessage message) {
        if (!message.isFirst()) {
            open.arrived(message.notice());
        }
    }

    /** A repeat may find that the recipient's channels are fewer by now. */
    private static String channel(NoticeMessage message, Course course) {
        return message.step() < course.chain().size() ? course.chain().get(message.step()).channel() : null;
    }

    private void send(NoticeMessage message, Duration delay) {
        queue.send(Queue.Channel.NOTICES, message.toDoc(), delay);
    }

    private Notifier.Attempt attempt(Notice notice, Staff.Address address, Map<String, Object> settings) {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("notice", notice.id());
        reference.put("kind", notice.kind());
        reference.put("recipient", notice.recipient());
        if (notice.lead() != null) {
            reference.put("lead", notice.lead());
        }
        reference.put("title", Map.of("zh", notice.title().zh(), "en", notice.title().en()));
        reference.put("text", Map.of("zh", notice.text().zh(), "en", notice.text().en()));
        // Whoever holds the link can check in, so it goes to a person's own address and into no group.
        var checkIn = address.address().isEmpty() ? Optional.<String>empty() : links.checkIn(notice);
        checkIn.ifPresent(link -> reference.put("checkIn", link));
        return new Notifier.Attempt(settings, address.address().isEmpty() ? List.of() : List.of(address.address()),
                notice.title().zh() + " / " + notice.title().en(), notice.text().zh() + "\n" + notice.text().en()
                + checkIn.map(link -> "\n联系后点此报到 / Tap once contacted: " + link).orElse(""), links.lead(notice), reference);
    }
}
