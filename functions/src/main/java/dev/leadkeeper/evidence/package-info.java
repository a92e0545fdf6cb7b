/** Judges what reps upload: from the quarantine through the checker into the vault, with one verdict for each declared file. */
package dev.leadkeeper.evidence;
