/** The whole product on the local cloud: how much it takes in, how long a lead takes, and what the emulators alone would allow. */
package dev.leadkeeper.infra.bench.pipeline;
