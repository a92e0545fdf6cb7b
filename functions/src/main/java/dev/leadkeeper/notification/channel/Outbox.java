package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;

/** {@code outbox}: plain JSON to a place of one's own, such as the local cloud's list of notices. Settings: {@code baseUrl}. */
final class Outbox implements Sender {
    /** A post would be a message. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        setup.need("baseUrl");
        return new Outcome.Sent("configured");
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        return Receivers.judge(requests.post(setup.need("baseUrl"), Receivers.document(attempt)));
    }
}
