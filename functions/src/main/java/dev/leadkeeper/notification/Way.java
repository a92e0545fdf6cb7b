package dev.leadkeeper.notification;

import dev.leadkeeper.notice.Announcements;

/** By which channels a notice goes to its recipient. */
public enum Way {
    /** Nobody has decided yet whether it comes now. */
    OPEN("open"),
    /** By all of them. */
    LOUD(Announcements.DECIDED),
    /** By all of them, after it was kept for later. */
    LATE("late"),
    /** By those that the recipient allows in quiet hours. */
    QUIET("quiet");

    private final String word;

    Way(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** @param word {@code null} for a message that says nothing of it */
    static Way of(String word) {
        for (var way : values()) {
            if (way.word.equals(word)) {
                return way;
            }
        }
        return OPEN;
    }
}
