/** Takes form posts: authentic ones become a durable message, and only then is the sender told so. */
package dev.leadkeeper.intake;
