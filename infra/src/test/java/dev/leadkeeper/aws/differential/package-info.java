/** Random sequences of store operations, run on the store in memory and on DynamoDB Local: both must always say the same. */
package dev.leadkeeper.aws.differential;
