/** The command {@code ./mvnw -Pcheck-files}: what would be said of the files of a folder if reps filed them? */
package dev.leadkeeper.infra.files;
