/** Process start to first response under AWS's own runtime interface client. */
package dev.leadkeeper.infra.bench.coldstart;
