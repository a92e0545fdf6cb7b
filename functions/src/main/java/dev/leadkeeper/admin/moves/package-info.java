/** People move leads (AS10): claim, release, reassign, put off, and many at once by a plan that is shown first. */
package dev.leadkeeper.admin.moves;
