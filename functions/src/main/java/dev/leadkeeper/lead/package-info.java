/** The shared kernel: what a lead is and what happens to it. Imports nothing but {@code java.*}. */
package dev.leadkeeper.lead;
