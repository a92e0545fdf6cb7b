/**
 * What every adapter of a port must do, as tests that the fakes and the AWS adapters inherit.
 *
 * <p>Two ports have no contract here: the other side of a {@link dev.leadkeeper.port.Notifier} and of a {@link dev.leadkeeper.port.Mail}
 * is a vendor, and a fake that says what it was told has nothing to inherit. Every type of channel is held to the vendors' real answers
 * instead ({@code ChannelAnswersTest}, {@code SesMailTest}).
 */
package dev.leadkeeper.contract;
