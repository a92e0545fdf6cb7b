/** Measures the product: {@code ./mvnw -Pbench}. No test asserts a time; the figures and the machine they come from are published. */
package dev.leadkeeper.infra.bench;
