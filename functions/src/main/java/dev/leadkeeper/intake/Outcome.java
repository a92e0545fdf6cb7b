package dev.leadkeeper.intake;

import dev.leadkeeper.form.Verdict;
import java.util.List;

/** What became of a request to a form's endpoint. */
public sealed interface Outcome {
    /**
     * Durable.
     *
     * @param leads     ids of leads
     * @param attention ids of what people must look at
     */
    record Accepted(List<String> leads, List<String> attention) implements Outcome {}

    /** The vendor asked whether the endpoint is ours. */
    record Answered(String contentType, String text) implements Outcome {}

    /** Not authentic. */
    record Unauthenticated(Verdict.Reason reason) implements Outcome {}

    /** No such form, or it takes nothing at present. */
    record UnknownForm() implements Outcome {}

    /** @param most bytes that would have been taken */
    record TooLarge(int most) implements Outcome {}

    /** The proof would stand in the body, which cannot be read. */
    record Unparsable() implements Outcome {}
}
