/** The four services, embedded and bound to loopback: DynamoDB Local, ElasticMQ, s3proxy and a parameter store of our own. */
package dev.leadkeeper.infra.local.emulators;
