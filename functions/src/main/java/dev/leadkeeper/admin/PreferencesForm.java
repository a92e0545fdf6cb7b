package dev.leadkeeper.admin;

import dev.leadkeeper.lead.NoticeKind;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Body;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads changes of how notices come to somebody: the fields that are given; {@code null} leaves one to the organisation. */
final class PreferencesForm {
    private static final Set<String> FIELDS = Set.of("zone", "quietHours", "quietChannels", "digestAt", "kinds");
    private static final int MOST_SPANS = 14;
    private static final int MOST_CHANNELS = 20;
    private static final int LONGEST = 80;
    private static final String DAYS = "(MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY";

    private final Body body;
    private final List<Staff.Address> chain;

    /** @param chain how the person is reached */
    PreferencesForm(Body body, List<Staff.Address> chain) {
        this.body = body;
        this.chain = chain;
    }

    Preferences change(Preferences before) {
        body.only(FIELDS);
        var zone = body.isNull("zone") ? null
                : body.time("zone", ZoneId::of, "a time zone such as Asia/Shanghai", "应为时区，例如 Asia/Shanghai").orElse(before.zone());
        var digestAt = body.isNull("digestAt") ? null
                : body.time("digestAt", LocalTime::parse, "a time such as 09:00", "应为时间，例如 09:00").orElse(before.digestAt());
        var hours = body.isNull("quietHours") ? null
                : body.objects("quietHours", MOST_SPANS).map(all -> all.stream().map(PreferencesForm::quiet).toList()).orElse(before.quietHours());
        var changed = new Preferences(zone, hours, quietChannels(before.quietChannels()), digestAt, kinds(before.kinds()));
        if (changed.neverAwake()) {
            body.wrong("quietHours", "leave no time of the week in which a notice may come", "一周内没有任何可以接收通知的时间");
        }
        return changed;
    }

    private static Preferences.Quiet quiet(Body quiet) {
        quiet.only(Set.of("days", "from", "to"));
        quiet.needs("from").needs("to");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        quiet.lines("days", 7, 9, DAYS, "a day such as MONDAY").ifPresent(names -> names.forEach(name -> days.add(DayOfWeek.valueOf(name))));
        if (quiet.has("days") && days.isEmpty()) {
            quiet.wrong("days", "at least one; left out, every day", "至少一天；不填表示每天");
        }
        var from = quiet.time("from", LocalTime::parse, "a time such as 22:00", "应为时间，例如 22:00");
        var to = quiet.time("to", LocalTime::parse, "a time such as 08:00", "应为时间，例如 08:00");
        return new Preferences.Quiet(quiet.has("days") ? days : EnumSet.allOf(DayOfWeek.class), from.orElse(LocalTime.MIN), to.orElse(LocalTime.NOON));
    }

    private Set<String> quietChannels(Set<String> before) {
        if (body.isNull("quietChannels")) {
            return null;
        }
        var mine = chain.stream().map(Staff.Address::channel).collect(Collectors.toCollection(TreeSet::new));
        var given = body.lines("quietChannels", MOST_CHANNELS, LONGEST, ".*", "a channel's name");
        given.ifPresent(names -> names.stream().filter(name -> !mine.contains(name)).forEach(name -> body.wrong("quietChannels",
                "nobody is reached here by " + name + "; there are " + mine, "不是本人的通知渠道：" + name + "；可选：" + String.join("、", mine))));
        return given.<Set<String>>map(TreeSet::new).orElse(before);
    }

    /** The kinds that are given; {@code null} for all of them leaves them to the organisation. */
    private Map<String, Preferences.Delivery> kinds(Map<String, Preferences.Delivery> before) {
        if (body.isNull("kinds")) {
            return Map.of();
        }
        var given = body.texts("kinds", NoticeKind.BY_URGENCY.size(), LONGEST);
        if (given.isEmpty()) {
            return before;
        }
        var kinds = new HashMap<String, Preferences.Delivery>();
        var words = Arrays.stream(Preferences.Delivery.values()).map(Preferences.Delivery::word).toList();
        given.get().forEach((kind, word) -> {
            if (!NoticeKind.BY_URGENCY.contains(kind)) {
                body.wrong("kinds." + kind, "no such kind of notice; there are " + NoticeKind.BY_URGENCY, "没有这种通知；可选：" + String.join("、", NoticeKind.BY_URGENCY));
            } else if (words.contains(word)) {
                kinds.put(kind, Preferences.Delivery.values()[words.indexOf(word)]);
            } else {
                body.wrong("kinds." + kind, "one of " + words, "应为其中之一：" + String.join("、", words));
            }
        });
        return kinds;
    }
}
