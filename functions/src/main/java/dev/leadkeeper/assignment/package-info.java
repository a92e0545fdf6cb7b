/** Who gets a lead, decided by the rulebook over a snapshot of the staff, and kept with every reason. */
package dev.leadkeeper.assignment;
