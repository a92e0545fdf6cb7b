package dev.leadkeeper.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Staff.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsTest {
    private static final Set<Action> CHANGES = EnumSet.of(Action.ASSIGN_LEADS, Action.REPLAY_ATTENTION,
            Action.CHANGE_AVAILABILITY, Action.CHANGE_STAFF, Action.SET_BREAKER, Action.CHANGE_FORMS, Action.DECIDE_REVIEWS,
            Action.REASSIGN_LEADS, Action.REROUTE_LEADS);

    /** What reps are there for. */
    private static final Set<Action> WORK = EnumSet.of(Action.FOLLOW_UP, Action.READ_TEXTS, Action.CLAIM_LEADS,
            Action.RELEASE_LEADS, Action.SNOOZE_LEADS);

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_action_has_a_row_with_somebody_who_may(Action action) {
        assertTrue(EnumSet.allOf(Role.class).stream().anyMatch(role -> Rights.of(role, action) != Access.NONE));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void an_admin_may_everything(Action action) {
        assertNotEquals(Access.NONE, Rights.of(Role.ADMIN, action));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void an_auditor_changes_nothing_and_sees_all_of_the_rest(Action action) {
        var access = Rights.of(Role.AUDITOR, action);
        if (CHANGES.contains(action) || WORK.contains(action)) {
            assertEquals(Access.NONE, access);
        } else {
            assertTrue(access.everybody() || action == Action.SEE_TODOS || action == Action.SEE_ONESELF || action == Action.CHANGE_OWN_PREFERENCES);
        }
    }

    @Test
    void an_auditor_sees_no_personal_data() {
        for (var action : Set.of(Action.SEE_LEADS, Action.SEE_ATTENTION, Action.SEE_REVIEWS, Action.SEE_STAFF, Action.SEE_FOLLOW_UP)) {
            assertTrue(Rights.of(Role.AUDITOR, action).masked());
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void a_rep_has_their_own_and_nothing_else(Action action) {
        var access = Rights.of(Role.REP, action);
        assertTrue(access == Access.OWN || access == Access.NONE);
        assertFalse(CHANGES.contains(action) && access != Access.NONE);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void service_sees_no_leads_and_changes_nothing(Action action) {
        var access = Rights.of(Role.SERVICE, action);
        assertTrue(access == Access.NONE || access == Access.OWN && !CHANGES.contains(action) && action != Action.SEE_LEADS);
    }

    @Test
    void own_reaches_oneself_and_not_nobody() {
        var rep = new Person("rep", "甲", Staff.Role.REP);
        assertTrue(Access.OWN.reaches(rep, "rep"));
        assertFalse(Access.OWN.reaches(rep, "rep2"));
        assertFalse(Access.OWN.reaches(rep, null));
        assertFalse(Access.NONE.reaches(rep, "rep"));
        assertTrue(Access.UNOWNED_MASKED.reaches(rep, null));
        assertFalse(Access.UNOWNED_MASKED.reaches(rep, "rep"));
    }
}
