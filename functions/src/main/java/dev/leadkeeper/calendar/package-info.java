/**
 * The clock of work: business calendars and arithmetic with them, in closed form. Imports nothing but {@code java.*}.
 */
package dev.leadkeeper.calendar;
