/** Every hour: the heads of the histories that moved, under object lock. */
package dev.leadkeeper.anchor;
