/** Where the tests of adapters run: embedded emulators, LocalStack, or whatever answers at {@code AWS_ENDPOINT_URL}. */
package dev.leadkeeper.infra;
