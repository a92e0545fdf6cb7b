package dev.leadkeeper.people;

import dev.leadkeeper.codec.PreferencesCodec;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.rights.Mask;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Somebody on the staff list as the API shows them. */
public final class StaffSheet {
    private StaffSheet() {}

    /** What colleagues may know. */
    public static Map<String, Object> colleague(Staff one) {
        return new Sheet()
                .put("id", one.id())
                .put("name", one.name())
                .put("role", one.role().word())
                .put("groups", sorted(one.groups()))
                .done();
    }

    /** Everything but the figures; of the ways to reach somebody only the channels where {@code masked}. */
    public static Map<String, Object> full(Staff one, boolean masked) {
        var ledger = one.ledger();
        return new Sheet()
                .put("id", one.id())
                .put("name", one.name())
                .put("role", one.role().word())
                .put("groups", sorted(one.groups()))
                .put("status", one.status().word())
                .put("canReceive", one.canReceive())
                .put("open", ledger.open())
                .put("cap", one.cap())
                .put("owned", ledger.owned())
                .put("backlogCap", one.backlogCap())
                .put("day", ledger.day())
                .put("today", ledger.today())
                .put("dayCap", one.dayCap())
                .put("turns", new TreeMap<>(ledger.turns()))
                .put("lastAt", ledger.lastAt())
                .put("credits", ledger.credits() == null ? Map.of() : new TreeMap<>(ledger.credits()))
                .put("claimDay", ledger.claimDay())
                .put("claimed", ledger.claimed())
                .put("standing", ledger.standing() == null ? null : standing(ledger.standing()))
                .put("skills", sorted(one.skills()))
                .put("industries", sorted(one.industries()))
                .put("regions", one.regions())
                .put("sizes", sorted(one.sizes()))
                .put("weight", one.weight())
                .put("hours", one.hours() == null ? null : hours(one.hours()))
                .put("leaves", one.leaves().stream().map(StaffSheet::leave).toList())
                .put("channels", one.channels().stream().map(each -> channel(each, masked)).toList())
                .put("preferences", PreferencesCodec.toDoc(one.preferences()))
                .done();
    }

    private static Map<String, Object> standing(Standing standing) {
        return new Sheet().put("state", standing.state().word()).put("until", standing.until()).put("week", standing.week())
                .put("kept", standing.kept()).put("counted", standing.counted()).done();
    }

    private static Map<String, Object> hours(Staff.Hours hours) {
        return new Sheet()
                .put("zone", hours.zone().getId())
                .put("days", hours.days().stream().sorted().map(DayOfWeek::name).toList())
                .put("from", hours.from().toString())
                .put("to", hours.to().toString())
                .done();
    }

    private static Map<String, Object> leave(Staff.Leave leave) {
        return new Sheet().put("from", leave.from().toString()).put("to", leave.to().toString()).done();
    }

    private static Map<String, Object> channel(Staff.Address address, boolean masked) {
        return new Sheet().put("channel", address.channel())
                .put("address", masked ? Mask.text(address.address()) : address.address()).done();
    }

    private static List<String> sorted(Set<String> words) {
        return List.copyOf(new TreeSet<>(words));
    }
}
