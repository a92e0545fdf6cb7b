package dev.leadkeeper.settings;

import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Calendar;

/** The organisation's business calendar. */
public final class Calendars {
    /** Kind of the document. */
    public static final String KIND = "organisation";
    /** Its id. */
    public static final String ID = "calendar";

    private final Documents documents;

    public Calendars(Store store) {
        this.documents = new Documents(store);
    }

    /** As stored a moment ago; without one, only the days of the week count. */
    public Calendar current() {
        return documents.glance(KIND, ID).map(found -> Calendar.parse(found.doc())).orElse(Calendar.NONE);
    }
}
