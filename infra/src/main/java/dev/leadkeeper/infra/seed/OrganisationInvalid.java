package dev.leadkeeper.infra.seed;

import java.util.List;

/** A folder that cannot be loaded, with everything that is wrong with it. */
public final class OrganisationInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems each {@code file: where: what is wrong} */
    public OrganisationInvalid(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each {@code file: where: what is wrong}. */
    public List<String> problems() {
        return problems;
    }
}
