package dev.leadkeeper.notification;

import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Rulebooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is asked next when a notice reached nobody: rep, supervisors, fallback owner, admins. */
final class Ladder {
    private final StaffBook staff;
    private final Supervisors supervisors;
    private final Rulebooks rulebooks;

    Ladder(StaffBook staff, Store store, Clock clock) {
        this.staff = staff;
        this.supervisors = new Supervisors(staff, clock);
        this.rulebooks = new Rulebooks(store);
    }

    /**
     * The next rung with somebody who has not been tried yet; empty at the top.
     *
     * @param named whom the organisation names in place of supervisors and fallback owner, empty for nobody
     */
    Optional<Climb> next(Climb from, List<String> named) {
        for (var rung = from.rung().next(); rung.isPresent(); rung = rung.get().next()) {
            var people = people(rung.get(), from, named).stream().filter(person -> !from.told().contains(person)).toList();
            if (!people.isEmpty()) {
                return Optional.of(from.to(rung.get(), people));
            }
        }
        return Optional.empty();
    }

    /** As the live rulebook names them; read without the rest, whose mistakes are no reason to tell nobody. */
    private List<String> fallbackReps() {
        return rulebooks.liveVersion().flatMap(rulebooks::document).map(document -> document.get("fallback") instanceof Map<?, ?> fallback
                ? fallback.get("reps") : null).map(reps -> reps instanceof List<?> several ? several : List.of(reps))
                .map(reps -> reps.stream().map(Object::toString).toList()).orElse(List.of());
    }

    private List<String> people(Rung rung, Climb from, List<String> named) {
        return switch (rung) {
            case RECIPIENT -> List.of(from.origin().recipient());
            case SUPERVISORS -> named.isEmpty() ? supervisors.of(from.origin().recipient()) : named;
            case FALLBACK -> named.isEmpty() ? fallbackReps() : List.of();
            case ADMINS -> staff.everybody().staff().stream()
                    .filter(person -> person.role() == Staff.Role.ADMIN && person.status() == Staff.Status.ACTIVE).map(Staff::id).toList();
        };
    }
}
