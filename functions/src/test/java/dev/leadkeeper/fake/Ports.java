package dev.leadkeeper.fake;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;

/** Everything that the use cases touch the world by. */
public record Ports(Store store, Queue queue, Files files, Clock clock, Ids ids, Secrets secrets, Notifier notifier) {}
