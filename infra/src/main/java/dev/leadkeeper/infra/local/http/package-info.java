/** The HTTP API in front of the functions: routes, payload format 2.0, the JWT authorizer's stand-in, and {@code /local/…}. */
package dev.leadkeeper.infra.local.http;
