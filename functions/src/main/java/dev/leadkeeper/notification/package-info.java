/** Notices reach people: one channel attempt per message, along the recipient's chain of channels, each with a receipt. */
package dev.leadkeeper.notification;
