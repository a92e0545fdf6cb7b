/**
 * Kernel types as plain maps (text, whole numbers, booleans, lists, maps) and back, written by hand: one mapping for
 * messages and stored items alike, and no reflection in a cold start. Absent values are left out, never {@code null}.
 */
package dev.leadkeeper.codec;
