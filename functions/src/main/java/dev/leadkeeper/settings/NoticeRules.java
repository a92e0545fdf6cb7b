package dev.leadkeeper.settings;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PreferencesCodec;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.port.Store;
import java.time.Duration;

/**
 * What the organisation says of notices: section {@code notices} of its channels.
 *
 * @param preferences complete: what holds for everybody who does not say otherwise
 * @param flood       more than so many within the window become one digest, but for kinds that come at any time; 0 for no limit
 * @param window      of the flood
 */
public record NoticeRules(Preferences preferences, int flood, Duration window) {
    /** The section's name. */
    public static final String SECTION = "notices";
    /** More than somebody reads one by one. */
    public static final int FLOOD = 10;
    /** The flood's, in minutes. */
    public static final int WINDOW = 5;

    /** As stored a moment ago. */
    public static NoticeRules current(Store store) {
        return of(new Documents(store).glance("organisation", "channels").map(found -> Doc.of(found.doc())).orElse(Doc.build().read()));
    }

    /** @param channels the organisation's document of channels */
    public static NoticeRules of(Doc channels) {
        var section = channels.doc(SECTION);
        if (section == null) {
            return new NoticeRules(Preferences.USUAL, FLOOD, Duration.ofMinutes(WINDOW));
        }
        var flood = section.has("flood") ? section.doc("flood") : Doc.build().read();
        return new NoticeRules(PreferencesCodec.fromDoc(section).over(Preferences.USUAL), (int) flood.number("most", FLOOD),
                Duration.ofMinutes(flood.number("minutes", WINDOW)));
    }
}
