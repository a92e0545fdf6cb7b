package dev.leadkeeper.rulebook;

import java.util.List;

/** A document that cannot be used, with every mistake in it. */
public final class RulebookInvalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems each {@code path: what is wrong and what to do} */
    public RulebookInvalid(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each {@code path: what is wrong and what to do}, in the order of the document. */
    public List<String> problems() {
        return problems;
    }
}
