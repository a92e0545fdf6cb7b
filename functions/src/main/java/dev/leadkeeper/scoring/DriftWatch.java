package dev.leadkeeper.scoring;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Notices;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Schema drift (IN5): counts fields that a mapping does not know and tells every admin at the first sight of each. Comes
 * after the lead is safe and on its way, so that it can never hold one up.
 */
final class DriftWatch {
    /** Fields of one delivery that are counted; a post that invents more is noise, and its lead keeps them all the same. */
    private static final int MOST = 20;

    private final Drift drift;
    private final StaffBook staff;
    private final Announcements announcements;

    DriftWatch(Drift drift, StaffBook staff, Announcements announcements) {
        this.drift = drift;
        this.staff = staff;
        this.announcements = announcements;
    }

    /** Counts the fields of a delivery that was taken in just now. */
    void count(Submission submission) {
        tell(submission, name -> drift.count(submission.form(), name), field -> field.count() == 1);
    }

    /** Makes up for a notice that a crash swallowed; counts nothing. */
    void check(Submission submission) {
        tell(submission, name -> drift.find(submission.form(), name), field -> false);
    }

    /** @param first whether nobody else can be telling about the field at this moment */
    private void tell(Submission submission, Function<String, Drift.Field> look, Predicate<Drift.Field> first) {
        var news = submission.unknown().stream().distinct().limit(MOST).map(look)
                .filter(field -> !field.notified()).toList();
        if (news.isEmpty()) {
            return;
        }
        var admins = staff.everybody().staff().stream()
                .filter(person -> person.role() == Staff.Role.ADMIN && person.status() == Staff.Status.ACTIVE).toList();
        news.forEach(field -> tell(field, admins, submission, first.test(field)));
    }

    private void tell(Drift.Field field, List<Staff> admins, Submission submission, boolean first) {
        for (var admin : admins) {
            var notice = Notices.drift(field.form(), field.name(), admin.id(), submission.trace());
            if (first) {
                announcements.send(notice, submission.receivedAt());
            } else {
                announcements.repeat(notice, submission.receivedAt());
            }
        }
        drift.notified(field);
    }
}
