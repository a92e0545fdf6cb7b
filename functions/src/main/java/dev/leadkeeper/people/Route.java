package dev.leadkeeper.people;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;

/** One route of the API: the right that it takes, and who answers. */
public record Route(Action action, Endpoint endpoint) {
    /** Answers those whose right reaches something. */
    public interface Endpoint {
        /**
         * @param access how far the person's right goes, never {@link Access#NONE}
         * @throws JsonRefused if the body is not a JSON object
         */
        Answer answer(Person who, Access access, Ask ask) throws JsonRefused;
    }
}
