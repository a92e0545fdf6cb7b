package dev.leadkeeper.people;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.Map;
import java.util.Optional;

/** Where people are met: who are you, may you, then here is your answer. Every route passes here. */
public final class Desk {
    private static final int LONGEST_ID = 128;

    private final StaffBook staff;
    private final Map<String, Route> routes;

    /** @param routes by route key, such as {@code GET /leads/{id}} */
    public Desk(StaffBook staff, Map<String, Route> routes) {
        this.staff = staff;
        this.routes = Map.copyOf(routes);
    }

    /**
     * Answers one request.
     *
     * @param staffId as the token's claim says, empty if it says nothing
     * @throws IllegalArgumentException for a route that the table does not hold, which the gateway does not let through
     */
    public Answer answer(String route, String staffId, Ask ask) {
        var asked = Optional.ofNullable(routes.get(route))
                .orElseThrow(() -> new IllegalArgumentException("no route " + route));
        var who = person(staffId);
        if (who.isEmpty()) {
            return new Answer.Denied("not on the staff list, or not working here any more");
        }
        var access = who.get().may(asked.action());
        if (access == Access.NONE) {
            return new Answer.Denied("the role " + who.get().role().word() + " may not " + asked.action().word());
        }
        try {
            return asked.endpoint().answer(who.get(), access, ask);
        } catch (JsonRefused refused) {
            return new Answer.Wrong("body", "not a JSON object that can be read: " + refused.reason().word());
        }
    }

    /** Somebody on leave still works here; somebody who left or was disabled does not. */
    private Optional<Person> person(String id) {
        return Optional.of(id).filter(each -> each.length() <= LONGEST_ID).flatMap(staff::find)
                .filter(one -> one.status() == Staff.Status.ACTIVE || one.status() == Staff.Status.LEAVE)
                .map(one -> new Person(one.id(), one.name(), one.role(), one.groups()));
    }
}
