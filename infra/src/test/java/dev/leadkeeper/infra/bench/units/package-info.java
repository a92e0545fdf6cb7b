/** What a lead costs: units, requests and invocations, counted at the ports by AWS's published rules. */
package dev.leadkeeper.infra.bench.units;
