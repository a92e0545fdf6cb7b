package dev.leadkeeper.form;

import java.util.List;

/** How a post proves that it comes from whom it claims. A form may list several; one that holds is enough. */
sealed interface Verification {
    /**
     * A keyed hash in a header. Covers Standard Webhooks, Typeform, Tally, Meta, Webflow, Calendly, Formspree, HubSpot,
     * LinkedIn and whoever else signs the body, by its parameters alone.
     *
     * @param algorithm the JCA's name, such as {@code HmacSHA256}
     * @param encoding  of the signature
     * @param header    lower-case name of the header that holds it
     * @param separator what stands between several parts in that header, empty if it has one part
     * @param prefix    what a part that is a signature begins with, such as {@code sha256=}; may be empty
     * @param message   what is signed
     * @param stamp     where the time of signing is found, {@code null} if the vendor sends none
     * @param secret    how the secret stands in text
     * @param secretPrefix what the text of a secret may begin with, such as {@code whsec_}
     */
    record Hmac(String algorithm, Encoding encoding, String header, String separator, String prefix, Template message,
                Stamp stamp, Encoding secret, String secretPrefix) implements Verification {}

    /**
     * The time of signing; the post is refused when it is more than five minutes off.
     *
     * @param header lower-case name of its header, {@code null} if it stands in the signature's own header
     * @param prefix what its part of the signature's header begins with, such as {@code t=}; {@code null} with {@code header}
     * @param millis whether it counts milliseconds rather than seconds
     */
    record Stamp(String header, String prefix, boolean millis) {}

    /**
     * A plain hash over fields and the secret, inside the body.
     *
     * @param algorithm the JCA's name, such as {@code SHA-1}
     * @param message   what is hashed
     * @param signature where the hash stands in the body, in hexadecimal
     */
    record Digest(String algorithm, Template message, Path signature) implements Verification {}

    /**
     * The secret itself.
     *
     * @param query   query parameters that may hold it
     * @param headers lower-case names of headers that may hold it, alone or after {@code Bearer}
     * @param body    where it may stand in the body
     */
    record SharedSecret(List<String> query, List<String> headers, List<Path> body) implements Verification {
        public SharedSecret {
            query = List.copyOf(query);
            headers = List.copyOf(headers);
            body = List.copyOf(body);
        }
    }
}
