package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Preferences;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@link Preferences} as stored, and as people write and read them; what they leave to others is not there. */
public final class PreferencesCodec {
    private PreferencesCodec() {}

    public static Map<String, Object> toDoc(Preferences preferences) {
        var doc = Doc.build()
                .put("zone", preferences.zone() == null ? null : preferences.zone().getId())
                .put("quietHours", preferences.quietHours() == null ? null
                        : preferences.quietHours().stream().map(PreferencesCodec::quiet).toList())
                .put("quietChannels", preferences.quietChannels())
                .put("digestAt", preferences.digestAt() == null ? null : preferences.digestAt().toString());
        if (!preferences.kinds().isEmpty()) {
            var kinds = new TreeMap<String, Object>();
            preferences.kinds().forEach((kind, delivery) -> kinds.put(kind, delivery.word()));
            doc.put("kinds", kinds);
        }
        return doc.done();
    }

    /** @param doc {@code null} for none */
    public static Preferences fromDoc(Doc doc) {
        if (doc == null) {
            return Preferences.NONE;
        }
        var kinds = new HashMap<String, Preferences.Delivery>();
        doc.map("kinds").forEach((kind, word) -> kinds.put(kind, Preferences.Delivery.valueOf(word.toString().toUpperCase(Locale.ROOT))));
        return new Preferences(doc.text("zone") == null ? null : ZoneId.of(doc.text("zone")),
                doc.has("quietHours") ? doc.list("quietHours", each -> quiet(Doc.ofValue(each))) : null,
                doc.has("quietChannels") ? doc.textSet("quietChannels") : null,
                doc.text("digestAt") == null ? null : ClockTimes.parse(doc.text("digestAt")), kinds);
    }

    private static Map<String, Object> quiet(Preferences.Quiet quiet) {
        return Doc.build()
                .put("days", quiet.days().stream().sorted(Comparator.naturalOrder()).map(DayOfWeek::name).toList())
                .put("from", quiet.from().toString())
                .put("to", quiet.to().toString())
                .done();
    }

    /** Without days, of every day. */
    private static Preferences.Quiet quiet(Doc doc) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> named = doc.texts("days");
        named.forEach(day -> days.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
        return new Preferences.Quiet(named.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                ClockTimes.parse(doc.required("from")), ClockTimes.parse(doc.required("to")));
    }
}
