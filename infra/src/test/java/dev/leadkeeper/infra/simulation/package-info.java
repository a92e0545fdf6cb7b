/**
 * Deterministic simulation: every use case of every function runs under one seed and virtual time, with faults at every
 * port call, and the world is checked all along. Ports are the only ways to touch the world, so owning them is enough.
 */
package dev.leadkeeper.infra.simulation;
