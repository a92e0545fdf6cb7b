/** Who may do what: the roles of the staff list against everything that the people's API can do, in one table. */
package dev.leadkeeper.rights;
