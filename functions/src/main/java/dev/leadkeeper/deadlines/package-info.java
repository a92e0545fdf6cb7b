/** Every minute: what is due. */
package dev.leadkeeper.deadlines;
