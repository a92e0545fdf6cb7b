/**
 * The rulebook as data: scorecard, urgency, tiers, customer sizes and assignment rules, parsed from plain maps with every
 * mistake named. Imports nothing but {@code java.*} and the kernel.
 */
package dev.leadkeeper.rulebook;
