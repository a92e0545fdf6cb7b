/** What people configure, as it is stored: forms, rulebooks, the breaker, channels. */
package dev.leadkeeper.settings;
