/**
 * What the two halves of the people's API share: a person asks, their right is checked, an answer comes back. Knows
 * nothing of HTTP but the names of the routes.
 */
package dev.leadkeeper.people;
