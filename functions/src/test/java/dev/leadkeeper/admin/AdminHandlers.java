package dev.leadkeeper.admin;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.wiring.Wiring;

/** The function on any ports, for tests in other packages. */
public final class AdminHandlers {
    private AdminHandlers() {}

    public static RequestStreamHandler on(Wiring wiring) {
        return new AdminHandler(wiring);
    }
}
