package dev.leadkeeper.credibility;

import dev.leadkeeper.calendar.BusinessCalendar;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.FollowUps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One lead with everything recorded of it, from which the picture of each of its activities is made. Lives for one look. */
final class Scene {
    private static final Comparator<Activity> AS_IT_HAPPENED = Comparator.comparing(Activity::happenedAt).thenComparing(Activity::at)
            .thenComparing(Activity::id);

    private final List<Activity> counting;
    private final History history;
    private final FollowUps.Now rules;
    private final StaffBook book;
    private final Calendars calendars;
    private final Map<String, Optional<Staff>> people = new HashMap<>();

    Scene(List<Activity> activities, History history, FollowUps.Now rules, StaffBook book, Calendars calendars) {
        this.counting = activities.stream().filter(Activity::counts).sorted(AS_IT_HAPPENED).toList();
        this.history = history;
        this.rules = rules;
        this.book = book;
        this.calendars = calendars;
    }

    History history() {
        return history;
    }

    String version() {
        return rules.version();
    }

    FollowUp rules() {
        return rules.rules();
    }

    /** Whether activities of this type are scored at all: the rulebook knows it and does not exempt it. */
    boolean scores(Activity activity) {
        return rules().activity(activity.type()).isPresent() && !isExempt(activity);
    }

    Picture picture(Activity activity, Picture.Similar similar) {
        return new Picture(activity, needs(activity), responseMinutes(activity), promised(activity), others(activity), similar);
    }

    private boolean isExempt(Activity activity) {
        return rules().credibility().exempt().contains(activity.type());
    }

    private List<Picture.Need> needs(Activity activity) {
        return rules().activity(activity.type()).stream().flatMap(type -> type.needs().stream())
                .map(need -> new Picture.Need(need.name(), need.isMetBy(activity))).toList();
    }

    private Long responseMinutes(Activity activity) {
        return history.firstResponseTo(activity.id()).map(assigned ->
                calendar(activity.staff()).workingBetween(assigned, activity.at()).toMinutes()).orElse(null);
    }

    /** When somebody works: the hours of their own on the days that their team works, or the team's hours. */
    private BusinessCalendar calendar(String staff) {
        var teams = calendars.live();
        var person = person(staff);
        var team = person.map(Staff::groups).map(teams::ofMembers).orElse(teams.organisation());
        return person.map(Staff::hours).filter(hours -> !hours.days().isEmpty())
                .map(own -> team.withHours(own.zone(), own.days(), own.from(), own.to())).orElse(team);
    }

    /** What the same person promised when they recorded the activity just before. */
    private LocalDate promised(Activity activity) {
        return counting.stream().filter(each -> each.staff().equals(activity.staff()) && AS_IT_HAPPENED.compare(each, activity) < 0)
                .reduce((earlier, later) -> later).map(before -> before.said().promiseBy()).orElse(null);
    }

    private List<Picture.Other> others(Activity activity) {
        return counting.stream().filter(each -> !each.staff().equals(activity.staff()) && !isExempt(each))
                .map(each -> new Picture.Other(each, elsewhere(activity.staff(), each.staff()))).toList();
    }

    /** Somebody who is on no list is in no department. */
    private boolean elsewhere(String one, String another) {
        return person(one).flatMap(first -> person(another).map(second -> Departments.differ(first, second))).orElse(false);
    }

    private Optional<Staff> person(String id) {
        return people.computeIfAbsent(id, book::find);
    }
}
