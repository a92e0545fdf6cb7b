/** What strangers and people may send, drawn at random: every build tries some of it, {@code ./mvnw -Pproof} very much. */
package dev.leadkeeper.fuzz;
