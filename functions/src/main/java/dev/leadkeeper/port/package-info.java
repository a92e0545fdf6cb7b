/**
 * The ports: the only ways by which a use case touches storage, queues, files, time, randomness, secrets and people.
 * Imports nothing but {@code java.*}. Whoever owns the ports owns the world: the simulator runs every use case on them.
 */
package dev.leadkeeper.port;
