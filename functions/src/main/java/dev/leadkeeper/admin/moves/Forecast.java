package dev.leadkeeper.admin.moves;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import java.util.Optional;

/** Where the rules would lead leads as things stand. */
public interface Forecast {
    /** Somebody who knows the rules cannot be asked. */
    Forecast NONE = () -> _ -> Optional.empty();

    /** Looks at rules and staff as they are now, for some leads. */
    Look look();

    /** Decides as assignment would at this moment; turns that other leads would take before are not foreseen. */
    interface Look {
        Optional<Path> path(Lead lead);
    }

    /**
     * @param decision where the lead would go once its owner has it no more
     * @param same     whether it would stay where it is: the rules mean its present owner, who would only be passed over for having had
     *                 it, or the pool or waiting list that it is in
     */
    record Path(Decision decision, boolean same) {}
}
