package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.NoticeKind;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads how notices shall come, of a person's entry or of the organisation's section {@code notices}. */
public final class PreferencesFile {
    private static final int MOST = 10_000;
    /** A day: a flood's window longer than that is a digest. */
    private static final int LONGEST = 24 * 60;

    private PreferencesFile() {}

    /** What is wrong with the section of an organisation. */
    public static List<String> problems(Object section) {
        var root = Node.root(section);
        var problems = root.problems();
        root.only("zone", "quietHours", "quietChannels", "digestAt", "kinds", "flood");
        read(root);
        var flood = root.at("flood").only("most", "minutes");
        flood.at("most").number(0, MOST);
        flood.at("minutes").number(1, LONGEST);
        return problems;
    }

    /** A person's. */
    static Preferences person(Node node) {
        return node.missing() ? Preferences.NONE : read(node.only("zone", "quietHours", "quietChannels", "digestAt", "kinds"));
    }

    private static Preferences read(Node node) {
        var hours = node.at("quietHours");
        var channels = node.at("quietChannels");
        var zone = node.at("zone");
        var digest = node.at("digestAt");
        var read = new Preferences(zone.missing() ? null : StaffFile.read(zone, "a time zone such as Asia/Shanghai", ZoneId::of, Staff.COUNTED_IN),
                hours.missing() ? null : hours.items().stream().map(PreferencesFile::quiet).toList(),
                channels.missing() ? null : new TreeSet<>(channels.texts()),
                digest.missing() ? null : StaffFile.read(digest, "a time such as 09:00", LocalTime::parse, LocalTime.NOON), kinds(node.at("kinds")));
        if (read.neverAwake()) {
            hours.problem("leave no time of the week in which a notice may come");
        }
        return read;
    }

    private static Preferences.Quiet quiet(Node node) {
        node.only("days", "from", "to");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : node.at("days").items()) {
            var text = day.required();
            Arrays.stream(DayOfWeek.values()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst()
                    .ifPresentOrElse(days::add, () -> day.problem("is no day of the week, such as monday"));
        }
        return new Preferences.Quiet(node.at("days").missing() ? EnumSet.allOf(DayOfWeek.class) : days,
                StaffFile.read(node.at("from"), "a time such as 22:00", LocalTime::parse, LocalTime.MIN),
                StaffFile.read(node.at("to"), "a time such as 08:00", LocalTime::parse, LocalTime.NOON));
    }

    private static Map<String, Preferences.Delivery> kinds(Node node) {
        var kinds = new HashMap<String, Preferences.Delivery>();
        var words = Arrays.stream(Preferences.Delivery.values()).map(Preferences.Delivery::word).toList();
        for (var kind : node.keys()) {
            if (!NoticeKind.BY_URGENCY.contains(kind)) {
                node.at(kind).problem("unknown kind of notice; " + Spelling.hint(kind, NoticeKind.BY_URGENCY));
            }
            var word = node.at(kind).required();
            Arrays.stream(Preferences.Delivery.values()).filter(each -> each.word().equals(word)).findFirst()
                    .ifPresentOrElse(each -> kinds.put(kind, each), () -> node.at(kind).problem("unknown; " + Spelling.hint(word, new ArrayList<>(words))));
        }
        return kinds;
    }
}
