/** What people see: leads with their decisions and histories, lists, staff, settings, signals. Reads only. */
package dev.leadkeeper.workbench;
