package dev.leadkeeper.evidence.check;

import java.util.Locale;

/** What a file is to the people who ask for it; rulebooks name these words. */
public enum Kind {
    PDF,
    PRESENTATION,
    DOCUMENT,
    SPREADSHEET,
    IMAGE,
    AUDIO,
    TEXT,
    MAIL;

    /** As the rulebook and the API spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
