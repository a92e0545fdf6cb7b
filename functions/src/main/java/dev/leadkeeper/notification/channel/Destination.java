package dev.leadkeeper.notification.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the product is willing to send something. Base URLs are settings of administrators, but a mistyped or hostile one
 * must not reach the cloud's metadata service, the Lambda runtime's own API, or carry a credential unencrypted.
 *
 * @param loopback whether this machine itself is a fair destination: yes on the local cloud and in tests, no on Lambda,
 *                 where loopback is the runtime's API
 */
public record Destination(boolean loopback) {
    /** Metadata services outside the link-local range: AWS over IPv6 and Alibaba Cloud. */
    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200");

    /** The URL if it is one that could be asked at all; resolves no names. */
    public Optional<URI> parse(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var known = scheme.equals("https") || scheme.equals("http");
            return known && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether every address of the URL's host may be asked in the URL's scheme.
     *
     * @throws UnknownHostException if the host has no address
     */
    public boolean allows(URI uri) throws UnknownHostException {
        var encrypted = uri.getScheme().equalsIgnoreCase("https");
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            var allowed = address.isLoopbackAddress() ? loopback : encrypted && !special(address);
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean special(InetAddress address) {
        var text = address.getHostAddress();
        var plain = address instanceof Inet6Address && text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()
                || METADATA.contains(plain);
    }
}
