/** Takes what posts say into the ledger: each lead once, of one customer, with a score whose every point has a reason. */
package dev.leadkeeper.scoring;
