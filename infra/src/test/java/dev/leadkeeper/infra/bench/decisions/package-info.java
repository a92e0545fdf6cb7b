/** The decision engine alone, under JMH. */
package dev.leadkeeper.infra.bench.decisions;
