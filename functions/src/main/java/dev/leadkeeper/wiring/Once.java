package dev.leadkeeper.wiring;

import java.util.function.Supplier;

/** Makes a thing when it is first asked for, and only then. */
final class Once<T> implements Supplier<T> {
    private Supplier<T> maker;
    private T made;

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    /** Whether somebody has asked for it. */
    synchronized boolean isMade() {
        return maker == null;
    }

    @Override
    public synchronized T get() {
        if (maker != null) {
            made = maker.get();
            maker = null;
        }
        return made;
    }
}
