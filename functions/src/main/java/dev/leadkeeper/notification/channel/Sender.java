package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;

/** One type of channel: builds the request and reads the answer. */
interface Sender {
    /** @throws NotConfigured if a setting or credential is missing or unusable */
    Outcome send(Attempt attempt, Setup setup, Requests requests);
}
