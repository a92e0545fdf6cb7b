/** What finding the due among the stored costs. */
package dev.leadkeeper.infra.bench.sweep;
