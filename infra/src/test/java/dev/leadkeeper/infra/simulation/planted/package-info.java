/** Deliberate bugs in the real code, planted one at a time, to see whether the simulation finds them. */
package dev.leadkeeper.infra.simulation.planted;
