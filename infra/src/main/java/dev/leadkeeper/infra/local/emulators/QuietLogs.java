package dev.leadkeeper.infra.local.emulators;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The emulators log through java.util.logging; only what is serious reaches the terminal. */
final class QuietLogs {
    private QuietLogs() {}

    static void install() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.WARNING);
        }
    }
}
