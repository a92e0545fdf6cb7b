package dev.leadkeeper.people;

import dev.leadkeeper.codec.PreferencesCodec;
import dev.leadkeeper.lead.NoticeKind;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.settings.NoticeRules;
import java.util.LinkedHashMap;
import java.util.Map;

/** How notices come to somebody, as the API shows it. */
public final class PreferencesSheet {
    private PreferencesSheet() {}

    /** What the person says, and what holds when the organisation has said the rest, every kind among it. */
    public static Map<String, Object> of(Preferences own, NoticeRules rules) {
        var all = own.over(rules.preferences());
        var kinds = new LinkedHashMap<String, Preferences.Delivery>();
        NoticeKind.BY_URGENCY.forEach(kind -> kinds.put(kind, all.of(kind)));
        return new Sheet()
                .put("own", PreferencesCodec.toDoc(own))
                .put("holds", PreferencesCodec.toDoc(new Preferences(all.zone(), all.quietHours(), all.quietChannels(), all.digestAt(), kinds)))
                .done();
    }
}
