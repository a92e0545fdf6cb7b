/** The functions seen from the local cloud: a child JVM that can be invoked. */
package dev.leadkeeper.infra.local.functions;
