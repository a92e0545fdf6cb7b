package dev.leadkeeper.followup;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.credibility.Unweighed;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;

/**
 * A route after which it is weighed anew how far the lead's records can be believed. The lead is noted before, so that the
 * next minute weighs what somebody recorded who died in between. A repeat that finds everything done is weighed as well.
 */
record Weighed(Route.Endpoint endpoint, Believing believing, Unweighed unweighed) implements Route.Endpoint {
    @Override
    public Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var lead = ask.variable("id");
        if (!Reach.isId(lead)) {
            return endpoint.answer(who, access, ask);
        }
        var note = unweighed.note(lead);
        try {
            var answer = endpoint.answer(who, access, ask);
            if (switch (answer) {
                case Answer.Done _, Answer.Versioned _ -> weigh(lead);
                case Answer.Table _, Answer.View _, Answer.Elsewhere _, Answer.Stale _, Answer.Missing _, Answer.Denied _, Answer.Wrong _, Answer.Refused _ -> true;
            }) {
                unweighed.settle(note);
            }
            return answer;
        } catch (JsonRefused nothingRecorded) {
            unweighed.settle(note);
            throw nothingRecorded;
        }
    }

    /** Whether it is done. Where many record at once the last of them may not get through; what they recorded stands, and the next minute weighs it. */
    private boolean weigh(String lead) {
        try {
            believing.refresh(lead);
            return true;
        } catch (Rounds.Rivals rivals) {
            return false;
        }
    }
}
