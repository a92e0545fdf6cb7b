package dev.leadkeeper.rights;

import static dev.leadkeeper.rights.Access.ALL;
import static dev.leadkeeper.rights.Access.ALL_MASKED;
import static dev.leadkeeper.rights.Access.NONE;
import static dev.leadkeeper.rights.Access.OWN;
import static dev.leadkeeper.rights.Access.TEAM;
import static dev.leadkeeper.rights.Access.UNOWNED_MASKED;

import dev.leadkeeper.lead.Staff;
import java.util.EnumMap;
import java.util.Map;

/** The one table of rights (RI1). What does not stand in it is denied. */
public final class Rights {
    private static final Map<Action, Row> TABLE = new EnumMap<>(Action.class);

    private record Row(Access rep, Access manager, Access marketing, Access service, Access admin, Access auditor) {}

    static {
        //                                       rep   manager marketing       service admin auditor
        row(Action.SEE_ONESELF,         new Row(OWN,  OWN,    OWN,            OWN,    OWN,  OWN));
        row(Action.CHANGE_OWN_PREFERENCES, new Row(OWN, OWN, OWN,           OWN,    OWN,  OWN));
        row(Action.SEE_NOTICES,         new Row(OWN,  ALL,    OWN,            OWN,    ALL,  ALL));
        row(Action.SEE_ADDRESSES,       new Row(NONE, ALL,    NONE,           NONE,   ALL,  ALL));
        row(Action.SEE_TODOS,           new Row(OWN,  OWN,    OWN,            OWN,    OWN,  OWN));
        row(Action.SEE_LEADS,           new Row(OWN,  ALL,    UNOWNED_MASKED, NONE,   ALL,  ALL_MASKED));
        row(Action.SEE_BOARD,           new Row(OWN,  TEAM,   NONE,           NONE,   ALL,  ALL_MASKED));
        row(Action.SEE_FIGURES,         new Row(OWN,  ALL,    NONE,           NONE,   ALL,  ALL));
        row(Action.SEE_FOLLOW_UP,       new Row(OWN,  ALL,    NONE,           NONE,   ALL,  ALL_MASKED));
        row(Action.FOLLOW_UP,           new Row(OWN,  ALL,    NONE,           NONE,   ALL,  NONE));
        // Who checks must see what there is to check; every look is logged.
        row(Action.SEE_EVIDENCE,        new Row(OWN,  ALL,    NONE,           NONE,   ALL,  ALL));
        row(Action.READ_TEXTS,          new Row(OWN,  OWN,    NONE,           NONE,   OWN,  NONE));
        row(Action.ASSIGN_LEADS,        new Row(NONE, ALL,    NONE,           NONE,   ALL,  NONE));
        row(Action.CLAIM_LEADS,         new Row(OWN,  NONE,   NONE,           NONE,   OWN,  NONE));
        row(Action.RELEASE_LEADS,       new Row(OWN,  TEAM,   NONE,           NONE,   ALL,  NONE));
        row(Action.SNOOZE_LEADS,        new Row(OWN,  OWN,    NONE,           NONE,   ALL,  NONE));
        row(Action.REASSIGN_LEADS,      new Row(NONE, TEAM,   NONE,           NONE,   ALL,  NONE));
        row(Action.REROUTE_LEADS,       new Row(NONE, TEAM,   NONE,           NONE,   ALL,  NONE));
        // A mapping is mended on the body as it was sent, so those who mend it see it.
        row(Action.SEE_ATTENTION,       new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL_MASKED));
        row(Action.REPLAY_ATTENTION,    new Row(NONE, ALL,    ALL,            NONE,   ALL,  NONE));
        row(Action.SEE_REVIEWS,         new Row(NONE, ALL,    NONE,           NONE,   ALL,  ALL_MASKED));
        row(Action.DECIDE_REVIEWS,      new Row(NONE, ALL,    NONE,           NONE,   ALL,  NONE));
        row(Action.SEE_STAFF,           new Row(OWN,  ALL,    OWN,            OWN,    ALL,  ALL_MASKED));
        row(Action.CHANGE_AVAILABILITY, new Row(NONE, ALL,    NONE,           NONE,   ALL,  NONE));
        row(Action.CHANGE_STAFF,        new Row(NONE, NONE,   NONE,           NONE,   ALL,  NONE));
        row(Action.SEE_BREAKER,         new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL));
        row(Action.SET_BREAKER,         new Row(NONE, ALL,    NONE,           NONE,   ALL,  NONE));
        row(Action.SEE_FORMS,           new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL));
        row(Action.CHANGE_FORMS,        new Row(NONE, NONE,   ALL,            NONE,   ALL,  NONE));
        row(Action.SEE_RULEBOOK,        new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL));
        row(Action.SEE_FAILURES,        new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL));
        row(Action.SEE_DRIFT,           new Row(NONE, ALL,    ALL,            NONE,   ALL,  ALL));
    }

    private Rights() {}

    private static void row(Action action, Row row) {
        TABLE.put(action, row);
    }

    /** How far the right of a role goes. */
    public static Access of(Staff.Role role, Action action) {
        var row = TABLE.get(action);
        if (row == null) {
            return NONE;
        }
        return switch (role) {
            case REP -> row.rep();
            case MANAGER -> row.manager();
            case MARKETING -> row.marketing();
            case SERVICE -> row.service();
            case ADMIN -> row.admin();
            case AUDITOR -> row.auditor();
        };
    }
}
