/** The command {@code ./mvnw -Pverify-chain}: is the history of every lead what was written? */
package dev.leadkeeper.infra.verify;
