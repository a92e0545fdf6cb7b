/**
 * The ports on AWS. With the wiring the only place that names the AWS SDK, the environment's endpoints, the system's time
 * and its randomness.
 */
package dev.leadkeeper.aws;
