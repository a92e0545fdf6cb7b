/** What was measured, as a table, JSON, Markdown and charts. */
package dev.leadkeeper.infra.bench.report;
