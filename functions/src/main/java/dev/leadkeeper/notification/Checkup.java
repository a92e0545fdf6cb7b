package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.AddressProblems;
import dev.leadkeeper.notice.AddressProblems.Problem;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds every day what would keep notices from arriving, before it matters: credentials that are not taken any more, addresses
 * that cannot be right or were refused, people without any. Admins learn of each once, until it is mended.
 */
public final class Checkup {
    private final StaffBook staff;
    private final ChannelBook channels;
    private final BadAddresses badAddresses;
    private final AddressProblems problems;
    private final Announcements announcements;
    private final Notifier notifier;
    private final Clock clock;

    public Checkup(Store store, Queue queue, Clock clock, Notifier notifier) {
        this.staff = new StaffBook(store);
        this.channels = new ChannelBook(new Documents(store));
        this.badAddresses = new BadAddresses(store);
        this.problems = new AddressProblems(store);
        this.announcements = new Announcements(queue);
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Looks at everything. A check that died is made up for by the next one. @return problems that there are */
    public int check() {
        var people = staff.everybody().staff();
        var found = find(people);
        var admins = people.stream().filter(one -> one.role() == Staff.Role.ADMIN && one.status() == Staff.Status.ACTIVE).map(Staff::id).toList();
        found.values().forEach(problem -> tell(problem, admins));
        problems.all().stream().map(AddressProblems.Found::problem).filter(known -> !found.containsKey(known.id())).forEach(problems::mended);
        return found.size();
    }

    private void tell(Problem problem, List<String> admins) {
        var noted = problems.note(problem, clock.now());
        if (!noted.told()) {
            admins.forEach(admin -> announcements.send(Notices.address(problem.id(), noted.since(), problem.text(), admin), noted.since()));
            problems.told(problem);
        }
    }

    /** By id. */
    private Map<String, Problem> find(List<Staff> people) {
        var found = new LinkedHashMap<String, Problem>();
        var book = channels.read();
        book.channels().forEach((name, settings) -> channel(name, settings, found));
        var refused = badAddresses.since(clock.now()).stream()
                .collect(Collectors.toMap(bad -> bad.staff() + "#" + bad.channel(), BadAddresses.Bad::because, (one, other) -> one));
        for (var one : people) {
            switch (one.status()) {
                case ACTIVE, LEAVE -> reachable(one, book, refused, found);
                case DISABLED, LEFT -> gone(one, found);
            }
        }
        return found;
    }

    /** A channel that does not answer is asked once more: one lost packet is nobody's trouble. */
    private void channel(String name, Map<String, Object> settings, Map<String, Problem> found) {
        var first = notifier.probe(settings);
        var outcome = first instanceof Outcome.Retry ? notifier.probe(settings) : first;
        switch (outcome) {
            case Outcome.Sent _, Outcome.Partial _ -> { }
            case Outcome.Retry retry -> add(found, null, name, "silent", new Sentence("通知渠道 " + name + " 没有响应（" + retry.because() + "），请检查网络和地址。",
                    "Channel " + name + " does not answer (" + retry.because() + "). Please look at its address and the network."));
            case Outcome.Dead _, Outcome.Failed _ -> add(found, null, name, "credential", new Sentence(
                    "通知渠道 " + name + " 已失效（" + outcome.because() + "），请更新其密钥或设置，否则经它发出的通知都会失败。",
                    "Channel " + name + " does not work (" + outcome.because() + "). Please renew its credential or settings: every notice by it would fail."));
        }
    }

    private void reachable(Staff one, ChannelBook.Book book, Map<String, String> refused, Map<String, Problem> found) {
        if (one.channels().isEmpty()) {
            add(found, one.id(), null, "no-channel", new Sentence(one.id() + " 没有任何通知渠道，收不到新线索通知，请补充。",
                    one.id() + " has no channel at all and learns of no lead. Please add one."));
        }
        for (var address : one.channels()) {
            var name = address.channel();
            var settings = book.find(name);
            if (settings.isEmpty()) {
                add(found, one.id(), name, "unknown-channel", new Sentence(one.id() + " 的通知渠道 " + name + " 不存在，请改正。",
                        one.id() + " is to be reached by " + name + ", which is no channel. Please mend it."));
            } else if (!notifier.couldReach(settings.get(), address.address())) {
                add(found, one.id(), name, "syntax", new Sentence(one.id() + " 在渠道 " + name + " 的地址格式不对，请改正。",
                        "The address of " + one.id() + " in " + name + " cannot be right. Please mend it."));
            } else if (refused.containsKey(one.id() + "#" + name) && found.values().stream().noneMatch(each -> each.staff() == null && name.equals(each.channel()))) {
                add(found, one.id(), name, "refused", new Sentence("渠道 " + name + " 拒绝了 " + one.id() + " 的地址（" + refused.get(one.id() + "#" + name) + "），请核实。",
                        name + " refused the address of " + one.id() + " (" + refused.get(one.id() + "#" + name) + "). Please look at it."));
            }
        }
    }

    private static void gone(Staff one, Map<String, Problem> found) {
        if (one.ledger().owned() > 0) {
            add(found, one.id(), null, "gone-with-leads", new Sentence(one.id() + " 已停用或离职，名下仍有 " + one.ledger().owned() + " 条线索，请重新分配。",
                    one.id() + " does not work here any more and still owns " + one.ledger().owned() + " leads. Please give them to somebody else."));
        }
    }

    private static void add(Map<String, Problem> found, String person, String channel, String reason, Sentence text) {
        var id = (person == null ? "channel" : "staff#" + person) + (channel == null ? "" : "#" + channel) + "#" + reason;
        found.put(id, new Problem(id, person, channel, reason, text));
    }
}
