/** The time of the local cloud: as fast as asked for, forward at a word, and nobody is in the middle of something when it leaps. */
package dev.leadkeeper.infra.local.time;
