package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
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
    private final Notifier notifier;
    private final Receipts receipts;
    private final Escalation escalation;
    private final Queue queue;
    private final Clock clock;
    private final Measures measures;
    private final Links links;

    private DeliverNotice(StaffBook staff, ChannelBook channels, Rates rates, Notifier notifier, Receipts receipts,
                          Escalation escalation, Queue queue, Clock clock, Measures measures, Links links) {
        this.staff = staff;
        this.channels = channels;
        this.rates = rates;
        this.notifier = notifier;
        this.receipts = receipts;
        this.escalation = escalation;
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
        var staff = new StaffBook(store);
        var receipts = new Receipts(store, clock);
        var escalation = new Escalation(staff, new Todos(store), receipts, queue, clock, measures);
        return new DeliverNotice(staff, new ChannelBook(new Documents(store)), new Rates(store, clock), notifier, receipts,
                escalation, queue, clock, measures, links);
    }

    /** What {@link #handle} glances at. */
    static List<Key> glances(NoticeMessage message) {
        return List.of(ChannelBook.KEY, Key.of(Table.STAFF, message.notice().recipient()));
    }

    /**
     * Makes the attempt and sends what follows.
     *
     * @throws Store.Fault if storage or queue failed; handling the message again is always right
     */
    public void handle(NoticeMessage message) {
        var book = channels.read();
        var chain = chain(message.notice().recipient());
        // What is known comes first: a repeat may find that the recipient has left since the attempt, or has come back.
        switch (receipts.past(message)) {
            case Receipts.Past.Settled _ -> { }
            case Receipts.Past.Attempted(var outcome) -> follow(message, chain, outcome, book);
            case Receipts.Past.Nothing _ when message.step() >= chain.size() -> escalation.undelivered(message, book.undeliveredTo());
            case Receipts.Past.Nothing(var history) -> attempt(message, chain, book, history).ifPresent(outcome -> follow(message, chain, outcome, book));
        }
    }

    /** Somebody who left or is disabled learns nothing any more. */
    private List<Staff.Address> chain(String recipient) {
        return staff.glance(recipient)
                .filter(person -> switch (person.status()) {
                    case ACTIVE, LEAVE -> true;
                    case DISABLED, LEFT -> false;
                })
                .map(Staff::channels).orElse(List.of());
    }

    /** What the attempt came to; empty if the message now waits for room in the channel. */
    private Optional<Outcome> attempt(NoticeMessage message, List<Staff.Address> chain, ChannelBook.Book book,
                                      List<TimelineEvent> history) {
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
            send(message.waiting(wait), wait);
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
        return kept.equals(mine) ? outcome : kept.again();
    }

    private void follow(NoticeMessage message, List<Staff.Address> chain, Outcome outcome, ChannelBook.Book book) {
        switch (Chain.next(chain.size(), message.step(), message.attempt(), outcome)) {
            case Chain.Next.Done _ -> { }
            case Chain.Next.Again again -> send(message.again(again.attempt()), again.delay());
            case Chain.Next.Onward onward -> send(message.onward(onward.step(), onward.missed()), Duration.ZERO);
            case Chain.Next.Exhausted _ -> escalation.undelivered(message, book.undeliveredTo());
        }
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
