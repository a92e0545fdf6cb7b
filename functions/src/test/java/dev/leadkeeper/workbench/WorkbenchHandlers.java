package dev.leadkeeper.workbench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.wiring.Wiring;

/** The function on any ports, for tests in other packages. */
public final class WorkbenchHandlers {
    private WorkbenchHandlers() {}

    public static RequestStreamHandler on(Wiring wiring) {
        return new WorkbenchHandler(wiring);
    }
}
