package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;

/** One type of channel: builds the request and reads the answer. */
interface Sender {
    /** @throws NotConfigured if a setting or credential is missing or unusable */
    Outcome send(Attempt attempt, Setup setup, Requests requests);

    /**
     * Asks the cheapest thing that shows whether the credential is taken, and that nobody notices.
     *
     * @throws NotConfigured as {@link #send}
     */
    Outcome probe(Setup setup, Requests requests);

    /** Whether an address can be one. */
    default boolean couldReach(String address) {
        return true;
    }
}
