/** The notices that people get: their ids and their words, in one place for all who send them. Depends on the kernel only. */
package dev.leadkeeper.notice;
