package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Staff;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the staff file of an organisation's folder: {@code {defaults: {cap, dayCap, backlogCap}, staff: [...]}}, each entry with the components of
 * {@link Staff}; see the sample for every key. Days are ISO dates, or days from today such as {@code -3d}, which are
 * resolved when the file is read.
 */
public final class StaffFile {
    /** AS3: more un-followed leads than this pause a rep, unless the file says otherwise. */
    private static final int CAP = 8;
    private static final int MOST = 1_000_000;
    /** Keeps the arithmetic of weighted turns far from overflow. */
    private static final int HEAVIEST = 1_000;

    private final LocalDate today;
    private final Node defaults;

    private StaffFile(LocalDate today, Node defaults) {
        this.today = today;
        this.defaults = defaults;
    }

    /**
     * @param today what relative days count from
     * @return with empty counters
     * @throws RulebookInvalid with every mistake
     */
    public static List<Staff> parse(Map<String, ?> document, LocalDate today) {
        var root = Node.root(document).only("sample", "staff", "defaults");
        var ids = new HashSet<String>();
        var file = new StaffFile(today, root.at("defaults").only("cap", "dayCap", "backlogCap"));
        var staff = root.at("staff").items().stream().map(each -> file.person(each, ids)).toList();
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return staff;
    }

    private Staff person(Node node, HashSet<String> ids) {
        node.only("id", "name", "role", "groups", "status", "canReceive", "skills", "industries", "regions", "sizes", "weight",
                "cap", "dayCap", "backlogCap", "hours", "leaves", "closings", "orders", "responses", "channels", "preferences");
        var role = word(node.at("role"), Staff.Role.values(), Staff.Role::word, Staff.Role.REP);
        return new Staff(RulebookParser.Ids.unique(node.at("id"), ids), node.at("name").required(), role, set(node.at("groups")),
                word(node.at("status"), Staff.Status.values(), Staff.Status::word, Staff.Status.ACTIVE),
                node.at("canReceive").flag(role == Staff.Role.REP), set(node.at("skills")), set(node.at("industries")),
                List.copyOf(node.at("regions").texts()), set(node.at("sizes")), or(node.at("weight").number(1, HEAVIEST), 1),
                or(cap(node, "cap"), CAP), cap(node, "dayCap"), cap(node, "backlogCap"),
                hours(node.at("hours")), node.at("leaves").items().stream().map(this::leave).toList(),
                new Staff.Figures(node.at("closings").items().stream().map(this::closing).toList(),
                        node.at("orders").items().stream().map(this::orders).toList(),
                        node.at("responses").items().stream().map(this::response).toList()),
                node.at("channels").items().stream().map(StaffFile::address).toList(), PreferencesFile.person(node.at("preferences")),
                Staff.Ledger.NEW);
    }

    /** The person's own, or everybody's. */
    private Integer cap(Node node, String name) {
        return (node.at(name).missing() ? defaults : node).at(name).number(0, MOST);
    }

    private static Set<String> set(Node node) {
        return new TreeSet<>(node.texts());
    }

    private static int or(Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    private static <T> T word(Node node, T[] values, Function<T, String> word, T otherwise) {
        var text = node.text();
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(values).filter(value -> word.apply(value).equals(text)).findFirst().orElseGet(() -> {
            node.problem("unknown; " + Spelling.hint(text, Arrays.stream(values).map(word).toList()));
            return otherwise;
        });
    }

    private static Staff.Hours hours(Node node) {
        if (node.missing()) {
            return null;
        }
        node.only("zone", "days", "from", "to");
        var days = new TreeSet<DayOfWeek>();
        for (var day : node.at("days").items()) {
            var text = day.required();
            Arrays.stream(DayOfWeek.values()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst()
                    .ifPresentOrElse(days::add, () -> day.problem("is no day of the week, such as monday"));
        }
        var zone = node.at("zone").text();
        var from = read(node.at("from"), "a time such as 09:00", LocalTime::parse, LocalTime.MIN);
        var to = read(node.at("to"), "a time such as 18:00", LocalTime::parse, LocalTime.MAX);
        if (!from.isBefore(to)) {
            node.problem("from must be before to");
        }
        return new Staff.Hours(zone == null ? ZoneId.of("Asia/Shanghai")
                : read(node.at("zone"), "a time zone such as Asia/Shanghai", ZoneId::of, ZoneId.of("Asia/Shanghai")), days, from, to);
    }

    private Staff.Leave leave(Node node) {
        node.only("from", "to");
        var leave = new Staff.Leave(day(node.at("from")), day(node.at("to")));
        if (leave.to().isBefore(leave.from())) {
            node.problem("ends before it begins");
        }
        return leave;
    }

    private Staff.Closing closing(Node node) {
        node.only("industry", "day", "won", "leads");
        var closing = new Staff.Closing(node.at("industry").required(), day(node.at("day")),
                or(node.at("won").number(0, MOST), 0), or(node.at("leads").number(1, MOST), 1));
        if (closing.won() > closing.leads()) {
            node.problem("more won than there were leads");
        }
        return closing;
    }

    private Staff.Orders orders(Node node) {
        node.only("subject", "day", "count");
        return new Staff.Orders(node.at("subject").required(), day(node.at("day")), or(node.at("count").number(1, MOST), 1));
    }

    private Staff.Response response(Node node) {
        node.only("day", "medianMinutes");
        var minutes = node.at("medianMinutes").decimal();
        if (minutes == null || minutes.signum() < 0) {
            node.problem("needs medianMinutes, 0 or more");
        }
        return new Staff.Response(day(node.at("day")), minutes == null ? 0 : minutes.doubleValue());
    }

    /** A channel's name alone, or {@code {channel, address}}. */
    private static Staff.Address address(Node node) {
        if (!node.isMap()) {
            return new Staff.Address(node.required(), "");
        }
        node.only("channel", "address");
        var address = node.at("address").text();
        return new Staff.Address(node.at("channel").required(), address == null ? "" : address);
    }

    private LocalDate day(Node node) {
        return read(node, "a day such as \"2026-03-31\", or days from today such as -3d", text -> text.matches("[-+]\\d{1,4}d")
                ? today.plusDays(Long.parseLong(text.substring(0, text.length() - 1))) : LocalDate.parse(text), today);
    }

    static <T> T read(Node node, String expected, Function<String, T> reader, T otherwise) {
        var text = node.required();
        try {
            return text.isEmpty() ? otherwise : reader.apply(text);
        } catch (DateTimeException e) {
            node.problem("must be " + expected);
            return otherwise;
        }
    }
}
