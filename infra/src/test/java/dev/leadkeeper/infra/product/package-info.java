/** The whole product from outside: real template, real functions, embedded emulators, HTTP. */
package dev.leadkeeper.infra.product;
