/** Posts the sample forms of {@code events/forms/} as their senders would, and compares what becomes of them with what each file expects. */
package dev.leadkeeper.infra.local.demo;
