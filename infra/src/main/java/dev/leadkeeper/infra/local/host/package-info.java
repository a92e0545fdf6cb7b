/**
 * Runs in the functions' own JVM: loads the handlers as Lambda would and invokes them on demand, by the local cloud's time. Uses the JDK,
 * {@code aws-lambda-java-core} and the functions' own wiring, and nothing else outside this package, so that no emulator is on the
 * functions' class path.
 */
package dev.leadkeeper.infra.local.host;
