/** The rules that {@code template.yaml} must keep, each with a right and a wrong snippet, and its roles held against the code. */
package dev.leadkeeper.infra.template;
