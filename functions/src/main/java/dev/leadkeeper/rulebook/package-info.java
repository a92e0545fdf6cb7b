/**
 * The rulebook as data: scorecard, urgency, tiers, customer sizes and assignment rules, parsed from plain maps with every
 * mistake named. Imports nothing but {@code java.*}, the kernel and the calendar.
 */
package dev.leadkeeper.rulebook;
