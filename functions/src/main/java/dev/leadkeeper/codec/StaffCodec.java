package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@link Staff} as two stored items. Under the person's id: what people configure ({@link #profile}) and what assignment
 * counts ({@link #COUNTERS}), separate attributes, so that neither overwrites the other. Under {@code figures#id}: the
 * figures, apart because every assignment rewrites the first item and is charged by its size.
 */
public final class StaffCodec {
    /** The attributes that only the ledger writes. */
    public static final List<String> COUNTERS = List.of("open", "owned", "day", "today", "turns", "lastAt", "credits", "claimDay", "claimed", "standing");

    /** What the ids of figures begin with. */
    public static final String FIGURES = "figures#";
    /** What the ids of turn pools begin with. */
    public static final String POOL = "pool#";

    private StaffCodec() {}

    /** The attributes that people configure, without the counters. */
    public static Map<String, Object> profile(Staff staff) {
        return Doc.build()
                .put("id", staff.id())
                .put("name", staff.name())
                .put("role", staff.role().word())
                .put("groups", staff.groups())
                .put("status", staff.status().word())
                .put("canReceive", staff.canReceive())
                .put("skills", staff.skills())
                .put("industries", staff.industries())
                .put("regions", staff.regions())
                .put("sizes", staff.sizes())
                .put("weight", staff.weight())
                .put("cap", staff.cap())
                .put("dayCap", staff.dayCap())
                .put("backlogCap", staff.backlogCap())
                .put("hours", staff.hours() == null ? null : hours(staff.hours()))
                .put("leaves", staff.leaves().stream().map(StaffCodec::leave).toList())
                .put("channels", staff.channels().stream().map(StaffCodec::address).toList())
                .put("preferences", staff.preferences().equals(Preferences.NONE) ? null : PreferencesCodec.toDoc(staff.preferences()))
                .done();
    }

    /** The counters of somebody who never had a lead. */
    public static Map<String, Object> newCounters() {
        return Doc.build().put("open", 0L).put("owned", 0L).put("today", 0L).put("turns", Map.of()).done();
    }

    /** Id of the item that holds the figures of this person. */
    public static String figuresId(String staff) {
        return FIGURES + staff;
    }

    /** The item that holds the figures. */
    public static Map<String, Object> figuresDoc(Staff staff) {
        return Doc.build().put("id", figuresId(staff.id())).put("figures", figures(staff.figures())).done();
    }

    /** The person's own item, with the counters. */
    public static Map<String, Object> toDoc(Staff staff) {
        var doc = profile(staff);
        var ledger = staff.ledger();
        doc.putAll(Doc.build()
                .put("open", ledger.open()).put("owned", ledger.owned()).put("day", ledger.day())
                .put("today", ledger.today()).put("turns", ledger.turns()).put("lastAt", ledger.lastAt())
                .put("credits", ledger.credits()).put("claimDay", ledger.claimDay())
                .put("claimed", ledger.claimDay() == null ? null : ledger.claimed()).put("standing", StandingCodec.text(ledger.standing())).done());
        return doc;
    }

    /** @param figuresItem the item of {@link #figuresDoc}, or {@code null} if there is none */
    public static Staff fromDoc(Doc doc, Doc figuresItem) {
        var hours = doc.doc("hours");
        var figures = figuresItem == null ? null : figuresItem.doc("figures");
        return new Staff(doc.required("id"), doc.required("name"),
                Staff.Role.valueOf(doc.required("role").toUpperCase(Locale.ROOT)), doc.textSet("groups"),
                Staff.Status.valueOf(doc.required("status").toUpperCase(Locale.ROOT)), doc.flag("canReceive"),
                doc.textSet("skills"), doc.textSet("industries"), doc.texts("regions"), doc.textSet("sizes"),
                (int) doc.number("weight", 1), (int) doc.number("cap", 8), integer(doc.number("dayCap")),
                integer(doc.number("backlogCap")), hours == null ? null : hours(hours),
                doc.list("leaves", each -> leave(Doc.ofValue(each))),
                figures == null ? Staff.Figures.NONE : figures(figures),
                doc.list("channels", each -> address(Doc.ofValue(each))), PreferencesCodec.fromDoc(doc.doc("preferences")), ledger(doc));
    }

    private static Integer integer(Long number) {
        return number == null ? null : Math.toIntExact(number);
    }

    private static Staff.Ledger ledger(Doc doc) {
        return new Staff.Ledger(doc.number("open", 0), doc.number("owned", 0), doc.text("day"), doc.number("today", 0),
                counts(doc, "turns"), doc.instant("lastAt"), doc.doc("credits") == null ? null : counts(doc, "credits"),
                doc.text("claimDay"), doc.number("claimed", 0), StandingCodec.read(doc.text("standing")));
    }

    private static Map<String, Long> counts(Doc doc, String field) {
        var counts = new HashMap<String, Long>();
        doc.map(field).forEach((pool, count) -> counts.put(pool, ((Number) count).longValue()));
        return counts;
    }

    private static Map<String, Object> hours(Staff.Hours hours) {
        return Doc.build()
                .put("zone", hours.zone().getId())
                .put("days", hours.days().stream().sorted().map(DayOfWeek::name).toList())
                .put("from", hours.from().toString())
                .put("to", hours.to().toString())
                .done();
    }

    private static Staff.Hours hours(Doc doc) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        doc.texts("days").forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return new Staff.Hours(ZoneId.of(doc.required("zone")), days, ClockTimes.parse(doc.required("from")),
                ClockTimes.parse(doc.required("to")));
    }

    private static Map<String, Object> leave(Staff.Leave leave) {
        return Doc.build().put("from", leave.from().toString()).put("to", leave.to().toString()).done();
    }

    private static Staff.Leave leave(Doc doc) {
        return new Staff.Leave(LocalDate.parse(doc.required("from")), LocalDate.parse(doc.required("to")));
    }

    private static Map<String, Object> address(Staff.Address address) {
        return Doc.build().put("channel", address.channel()).put("address", address.address()).done();
    }

    private static Staff.Address address(Doc doc) {
        return new Staff.Address(doc.required("channel"), doc.text("address") == null ? "" : doc.text("address"));
    }

    private static Map<String, Object> figures(Staff.Figures figures) {
        return Doc.build()
                .putAll("closings", figures.closings().stream().map(each -> Doc.build()
                        .put("industry", each.industry()).put("on", each.on().toString())
                        .put("won", each.won()).put("leads", each.leads()).done()).toList())
                .putAll("orders", figures.orders().stream().map(each -> Doc.build()
                        .put("subject", each.subject()).put("on", each.on().toString())
                        .put("count", each.count()).done()).toList())
                .putAll("responses", figures.responses().stream().map(each -> Doc.build()
                        .put("on", each.on().toString())
                        .put("medianMinutes", Double.toString(each.medianMinutes())).done()).toList())
                .done();
    }

    private static Staff.Figures figures(Doc doc) {
        return new Staff.Figures(
                doc.list("closings", each -> {
                    var one = Doc.ofValue(each);
                    return new Staff.Closing(one.required("industry"), LocalDate.parse(one.required("on")),
                            Math.toIntExact(one.number("won")), Math.toIntExact(one.number("leads")));
                }),
                doc.list("orders", each -> {
                    var one = Doc.ofValue(each);
                    return new Staff.Orders(one.required("subject"), LocalDate.parse(one.required("on")),
                            Math.toIntExact(one.number("count")));
                }),
                doc.list("responses", each -> {
                    var one = Doc.ofValue(each);
                    return new Staff.Response(LocalDate.parse(one.required("on")), one.fraction("medianMinutes"));
                }));
    }
}
