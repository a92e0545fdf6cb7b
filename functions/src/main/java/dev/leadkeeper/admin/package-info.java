/** What people change: breaker, staff, forms, owners by hand, entries of the attention list. */
package dev.leadkeeper.admin;
