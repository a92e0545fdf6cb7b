/**
 * Says of a file what it really is and whether it can serve as evidence, from its content alone. Knows nothing of leads, of
 * storage or of the network: bytes on a temporary file and what was declared of them in, a verdict out. Whatever a stranger
 * puts into a file costs bounded time and memory and is a verdict.
 */
package dev.leadkeeper.evidence.check;
