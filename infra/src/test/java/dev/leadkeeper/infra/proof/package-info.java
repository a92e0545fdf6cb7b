/**
 * Everything that shows that the promises hold, in full size: {@code ./mvnw -Pproof}. What a build samples, this runs to its
 * end; the figures go to {@code docs/reliability.md}.
 */
package dev.leadkeeper.infra.proof;
