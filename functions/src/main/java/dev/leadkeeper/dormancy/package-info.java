/** Every day: customers who fell silent, reps who did, and what a week of answers in time means. */
package dev.leadkeeper.dormancy;
