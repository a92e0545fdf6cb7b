/**
 * {@code ./mvnw -Pseed}: loads an organisation's folder (rulebook, staff, forms, channels, calendar) into a stack, with a
 * difference before anything is written. Run twice it changes nothing.
 */
package dev.leadkeeper.infra.seed;
