/** What starts functions beside HTTP: queues, schedules, uploads; and the sweep that deletes expired items. */
package dev.leadkeeper.infra.local.sources;
