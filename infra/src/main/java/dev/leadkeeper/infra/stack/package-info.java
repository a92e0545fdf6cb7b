/** How commands find a deployed stack, on AWS or on the local cloud. */
package dev.leadkeeper.infra.stack;
