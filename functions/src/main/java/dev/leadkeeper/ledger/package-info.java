/**
 * The ledger: leads, their histories, customers, counters and ownership, and every transaction that changes them.
 * The one door: no feature writes these tables by itself. Depends on ports only, so the simulator runs all of it.
 */
package dev.leadkeeper.ledger;
