/**
 * The channels: how each one is asked and what its answers mean. A 200 is not a delivery; what is not understood is never
 * sent; URLs and credentials appear in no log, message or outcome. {@link dev.leadkeeper.notification.channel.Channels} lists them.
 */
package dev.leadkeeper.notification.channel;
