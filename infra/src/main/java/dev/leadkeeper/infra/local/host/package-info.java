/**
 * Runs in the functions' own JVM: loads the handlers as Lambda would and invokes them on demand. Uses the JDK and
 * {@code aws-lambda-java-core} only, and nothing outside this package, so that no emulator is on the functions' class path.
 */
package dev.leadkeeper.infra.local.host;
