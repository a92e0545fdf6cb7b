package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.time.Instant;
import java.util.Map;

/**
 * A route on which somebody who had the lead before, and comes too late, is told so. They know of the lead; who has it now and what became
 * of it is no longer theirs to see. Everybody else learns nothing.
 */
record FormerOwner(Route.Endpoint endpoint, Leads leads) implements Route.Endpoint {
    @Override
    public Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var answer = endpoint.answer(who, access, ask);
        var id = ask.variable("id");
        // Where only an activity or a file of it is missing, the lead itself is within reach.
        return answer instanceof Answer.Missing && Reach.isId(id) ? leads.find(id).filter(lead -> !access.reaches(who, lead.owner()))
                .map(lead -> lead.watch().past().get(who.id())).map(until -> tooLate(id, until)).orElse(answer) : answer;
    }

    private static Answer tooLate(String lead, Instant until) {
        var at = CheckInPage.shown(until);
        return new Answer.Refused("the lead was taken back or handed over at " + at + " and is no longer yours; nothing was recorded "
                + "线索已于 " + at + " 收回或转交，不再由您负责；本次操作未记录", Map.copyOf(new Sheet().put("id", lead).put("yoursUntil", until).done()));
    }
}
