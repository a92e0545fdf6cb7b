package dev.leadkeeper.rights;

import dev.leadkeeper.lead.Staff;
import java.util.Collections;
import java.util.Locale;

/** How far a right goes. */
public enum Access {
    /** Not at all. */
    NONE,
    /** What is one's own. */
    OWN,
    /** What the people of one's groups own, and what nobody owns. Whoever is in no group leads everybody. */
    TEAM,
    /** What no rep owns, personal data masked. */
    UNOWNED_MASKED,
    /** Everything, personal data masked. */
    ALL_MASKED,
    /** Everything. */
    ALL;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether personal data is shown masked. */
    public boolean masked() {
        return switch (this) {
            case UNOWNED_MASKED, ALL_MASKED -> true;
            case NONE, OWN, TEAM, ALL -> false;
        };
    }

    /**
     * Whether it reaches what this person owns, as far as their id tells: whose team somebody is in, it does not.
     *
     * @param owner staff id, or {@code null} for what nobody owns
     */
    public boolean reaches(Person who, String owner) {
        return switch (this) {
            case NONE -> false;
            case OWN -> who.id().equals(owner);
            case TEAM -> owner == null || who.id().equals(owner);
            case UNOWNED_MASKED -> owner == null;
            case ALL_MASKED, ALL -> true;
        };
    }

    /** Whether it reaches what this person owns, whose team the staff list tells. */
    public boolean reachesTeamOf(Person who, Staff owner) {
        return this == TEAM && (who.groups().isEmpty() || !Collections.disjoint(who.groups(), owner.groups())) || reaches(who, owner.id());
    }

    /** Whether it reaches everybody's. */
    public boolean everybody() {
        return switch (this) {
            case NONE, OWN, TEAM, UNOWNED_MASKED -> false;
            case ALL_MASKED, ALL -> true;
        };
    }
}
