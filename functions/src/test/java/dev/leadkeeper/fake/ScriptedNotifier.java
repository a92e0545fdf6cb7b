package dev.leadkeeper.fake;

import dev.leadkeeper.port.Notifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Says what it was told to, in order, then that everything was sent. Thread-safe. */
public class ScriptedNotifier implements Notifier {
    private final ArrayDeque<Outcome> script = new ArrayDeque<>();
    private final List<Attempt> attempts = new ArrayList<>();

    /** The next outcomes. */
    public synchronized ScriptedNotifier then(Outcome... outcomes) {
        script.addAll(List.of(outcomes));
        return this;
    }

    @Override
    public synchronized Outcome attempt(Attempt attempt) {
        attempts.add(attempt);
        return script.isEmpty() ? new Outcome.Sent("script") : script.removeFirst();
    }

    /** What was attempted, oldest first. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }
}
