package dev.leadkeeper.admin;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.StaffSheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads changes of a person from the body of a request. */
final class StaffForm {
    /** AS3: more un-followed leads than this pause a rep, unless somebody says otherwise. */
    private static final int CAP = 8;
    private static final int MOST = 1_000_000;
    /** Keeps the arithmetic of weighted turns far from overflow. */
    private static final int HEAVIEST = 1_000;
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST = 80;

    private static final Set<String> AVAILABILITY = Set.of("status", "canReceive", "hours", "leaves");
    private static final Set<String> PROFILE = Set.of("name", "role", "groups", "skills", "industries", "regions", "sizes",
            "weight", "cap", "dayCap", "backlogCap", "channels", "preferences");
    /** What is counted; may come back as it was read, so that an entry can be read, changed and stored as a whole. */
    private static final Set<String> COUNTED = Set.of("id", "open", "owned", "day", "today", "turns", "lastAt", "credits", "claimDay", "claimed", "standing");

    private final Body body;
    private final Person who;
    private final Optional<List<String>> channels;

    /** @param channels names of the organisation's channels, empty if it has configured none */
    StaffForm(Body body, Person who, Optional<List<String>> channels) {
        this.body = body;
        this.who = who;
        this.channels = channels;
    }

    /** Somebody new, who must have a name and a role. */
    Staff create(String id) {
        body.needs("name").needs("role");
        return changed(new Staff(id, id, Staff.Role.REP, Set.of(), Staff.Status.ACTIVE, false, Set.of(), Set.of(), List.of(),
                Set.of(), 1, CAP, null, null, null, List.of(), Staff.Figures.NONE, List.of(), Staff.Ledger.NEW));
    }

    /** Somebody who was there before. */
    Staff change(Staff one) {
        var changed = changed(one);
        if (who.id().equals(one.id()) && (changed.role() != one.role() || !worksHere(changed))) {
            body.wrong(changed.role() != one.role() ? "role" : "status", "nobody locks themselves out: ask another admin");
        }
        return changed;
    }

    private static boolean worksHere(Staff one) {
        return one.status() == Staff.Status.ACTIVE || one.status() == Staff.Status.LEAVE;
    }

    private Staff changed(Staff one) {
        var known = new TreeSet<>(AVAILABILITY);
        known.addAll(PROFILE);
        known.addAll(COUNTED);
        body.only(known);
        asRead(one);
        var status = body.word("status", Staff.Status.values(), Staff.Status::word).orElse(one.status());
        var channelsNow = body.objects("channels", MOST_ITEMS).map(this::addresses).orElse(one.channels());
        var changed = new Staff(one.id(),
                body.line("name", LONGEST).orElse(one.name()),
                body.word("role", Staff.Role.values(), Staff.Role::word).orElse(one.role()),
                words("groups", one.groups()), status, body.flag("canReceive").orElse(one.canReceive()),
                words("skills", one.skills()), words("industries", one.industries()),
                lines("regions", "[a-z-]{2,40}|[A-Z]{2}|[0-9]{6}", "a code such as 310115, CN or asia").orElse(one.regions()),
                words("sizes", one.sizes()), body.number("weight", 1, HEAVIEST).orElse(one.weight()),
                body.number("cap", 0, MOST).orElse(one.cap()), limit("dayCap", one.dayCap()),
                limit("backlogCap", one.backlogCap()), hours(one.hours()),
                body.objects("leaves", MOST_ITEMS).map(this::leaves).orElse(one.leaves()), one.figures(),
                channelsNow, preferences(one, channelsNow), lifted(one.ledger()));
        if (who.may(Action.CHANGE_STAFF) == Access.NONE) {
            onlyAvailability(one, changed);
        }
        return changed;
    }

    private void asRead(Staff one) {
        var now = Json.readOwn(Json.write(StaffSheet.full(one, false)));
        for (var field : COUNTED) {
            if (body.has(field) && !(field.equals("standing") && body.isNull(field)) && !Objects.equals(body.raw(field), now.get(field))) {
                body.wrong(field, field.equals("id") ? "is not the id of the address; leave it out" : "is counted by the product; leave it out");
            }
        }
    }

    /** {@code standing: null} lifts what the last week led to. */
    private Staff.Ledger lifted(Staff.Ledger ledger) {
        return body.isNull("standing") && ledger.standing() != null ? ledger.with(ledger.standing().lifted()) : ledger;
    }

    /** For those who may not change the profile: the rest of it may come back as it was read. */
    private void onlyAvailability(Staff one, Staff changed) {
        var before = StaffSheet.full(one, false);
        var after = StaffSheet.full(changed, false);
        for (var field : new TreeSet<>(PROFILE)) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                body.wrong(field, "the role " + who.role().word() + " may not change this");
            }
        }
        if (changed.status() != one.status() && !(worksHere(changed) && worksHere(one))) {
            body.wrong("status", "the role " + who.role().word() + " may only change between active and leave");
        }
    }

    private Optional<List<String>> lines(String field, String pattern, String what) {
        return body.lines(field, MOST_ITEMS, LONGEST, pattern, what);
    }

    private Set<String> words(String field, Set<String> before) {
        return lines(field, ".*", "one line of 1 to " + LONGEST + " characters").<Set<String>>map(TreeSet::new).orElse(before);
    }

    /** A limit, {@code null} for none. */
    private Integer limit(String field, Integer before) {
        return body.isNull(field) ? null : body.number(field, 0, MOST).orElse(before);
    }

    private Staff.Hours hours(Staff.Hours before) {
        if (body.isNull("hours")) {
            return null;
        }
        return body.object("hours").flatMap(StaffForm::hours).orElse(before);
    }

    private Preferences preferences(Staff one, List<Staff.Address> chain) {
        return body.isNull("preferences") ? Preferences.NONE
                : body.object("preferences").map(each -> new PreferencesForm(each, chain).change(one.preferences())).orElse(one.preferences());
    }

    private static Optional<Staff.Hours> hours(Body hours) {
        hours.only(Set.of("zone", "days", "from", "to"));
        hours.needs("zone").needs("days").needs("from").needs("to");
        var zone = hours.time("zone", ZoneId::of, "a time zone such as Asia/Shanghai", "应为时区，例如 Asia/Shanghai");
        var names = hours.lines("days", 7, 9, "(MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY", "a day such as MONDAY");
        var from = hours.time("from", LocalTime::parse, "a time such as 09:00", "应为时间，例如 09:00");
        var to = hours.time("to", LocalTime::parse, "a time such as 18:00", "应为时间，例如 18:00");
        if (zone.isEmpty() || names.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (names.get().isEmpty()) {
            hours.wrong("days", "at least one; no hours at all is null");
        }
        if (!from.get().isBefore(to.get())) {
            hours.wrong("to", "must be after from");
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        names.get().forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return Optional.of(new Staff.Hours(zone.get(), days, from.get(), to.get()));
    }

    private List<Staff.Leave> leaves(List<Body> bodies) {
        var leaves = new ArrayList<Staff.Leave>();
        for (var leave : bodies) {
            leave.only(Set.of("from", "to"));
            leave.needs("from").needs("to");
            var from = leave.day("from");
            var to = leave.day("to");
            if (from.isPresent() && to.isPresent()) {
                if (to.get().isBefore(from.get())) {
                    leave.wrong("to", "is before from");
                }
                leaves.add(new Staff.Leave(from.get(), to.get()));
            }
        }
        return leaves;
    }

    private List<Staff.Address> addresses(List<Body> bodies) {
        var addresses = new ArrayList<Staff.Address>();
        for (var each : bodies) {
            each.only(Set.of("channel", "address"));
            var channel = each.needs("channel").line("channel", LONGEST);
            var address = "".equals(each.raw("address")) ? "" : each.line("address", 300).orElse("");
            if (channel.isPresent() && channels.isPresent() && !channels.get().contains(channel.get())) {
                each.wrong("channel", "no such channel; there are " + channels.get());
            }
            channel.ifPresent(name -> addresses.add(new Staff.Address(name, address)));
        }
        return addresses;
    }
}
