/** What every adapter of a port must do, as tests that the fakes and the AWS adapters inherit. */
package dev.leadkeeper.contract;
