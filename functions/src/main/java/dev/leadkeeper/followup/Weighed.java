package dev.leadkeeper.followup;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;

/**
 * A route after which it is weighed anew how far the lead's records can be believed. A repeat that finds everything done is
 * weighed as well: whoever died in between could not do it.
 */
record Weighed(Route.Endpoint endpoint, Believing believing) implements Route.Endpoint {
    @Override
    public Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var answer = endpoint.answer(who, access, ask);
        switch (answer) {
            case Answer.Done _, Answer.Versioned _ -> believing.refresh(ask.variable("id"));
            case Answer.Elsewhere _, Answer.Stale _, Answer.Missing _, Answer.Denied _, Answer.Wrong _, Answer.Refused _ -> { }
        }
        return answer;
    }
}
