/** When what falls due: the rules and calendars of the organisation applied to where a lead's clocks started. */
package dev.leadkeeper.deadline;
