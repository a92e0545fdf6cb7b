package dev.leadkeeper.settings;

import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.CalendarFile;

/** The business calendars of the organisation as they are stored. */
public final class Calendars {
    /** Kind of the document. */
    public static final String KIND = "organisation";
    /** Its id. */
    public static final String ID = "calendar";

    private final Documents documents;
    private volatile Parsed last;

    public Calendars(Store store) {
        this.documents = new Documents(store);
    }

    private record Parsed(long version, dev.leadkeeper.calendar.Calendars calendars) {}

    /** As stored a moment ago; without a calendar all time counts. A version is parsed once. */
    public dev.leadkeeper.calendar.Calendars live() {
        return documents.glance(KIND, ID).map(this::parsed).orElse(dev.leadkeeper.calendar.Calendars.ALWAYS);
    }

    private dev.leadkeeper.calendar.Calendars parsed(Documents.Document found) {
        var known = last;
        if (known == null || known.version() != found.version()) {
            known = new Parsed(found.version(), CalendarFile.parse(found.doc()));
            last = known;
        }
        return known.calendars();
    }
}
