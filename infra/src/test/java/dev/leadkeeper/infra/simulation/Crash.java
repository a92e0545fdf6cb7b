package dev.leadkeeper.infra.simulation;

/** The process dies here. An error that no code of the product catches, so that nothing runs after it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("crash", null, false, false);
    }
}
