/** The checker on files that the tests make themselves, and on what becomes of them when somebody tampers with them. */
package dev.leadkeeper.evidence.check;
