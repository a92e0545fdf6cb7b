/**
 * The local cloud: reads {@code template.yaml} and runs it on embedded emulators, with the real handlers in a JVM of
 * their own. Nothing in {@code functions} knows that it is local.
 */
package dev.leadkeeper.infra.local;
