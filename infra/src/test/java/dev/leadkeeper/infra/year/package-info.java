/**
 * A year of an organisation in virtual time: the product's own use cases over a store in memory, people who respond, forget and come back,
 * and beside it an account of what must fall due when, kept by other means than the product's.
 */
package dev.leadkeeper.infra.year;
