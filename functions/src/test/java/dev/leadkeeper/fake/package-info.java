/**
 * The ports in memory: hand-written, true to what the real ones do, under the tests' control. Each inherits the contract
 * test that the AWS adapter inherits. The simulator runs the product on them.
 */
package dev.leadkeeper.fake;
