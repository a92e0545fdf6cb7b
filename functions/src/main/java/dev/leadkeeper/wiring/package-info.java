/** Builds the object graph once per cold start, and turns Lambda's events into plain values and back. */
package dev.leadkeeper.wiring;
