package dev.leadkeeper.form;

/** What a vendor asks once to see whether the endpoint is ours. */
sealed interface Handshake {
    /**
     * GET: give back a query parameter, if another one holds the verify token (Meta's {@code hub.challenge}).
     *
     * @param echo  the parameter to give back
     * @param token the parameter that holds the token
     * @param secret name of the token among the secrets of forms, such as {@code meta-verify}
     */
    record EchoQuery(String echo, String token, String secret) implements Handshake {}

    /** GET: give back a query parameter with its HMAC-SHA256 under the form's secret (LinkedIn's {@code challengeCode}). */
    record SignQuery(String code, String response) implements Handshake {}

    /**
     * POST, authentic as any other: give back a value of the body (Feishu's {@code url_verification}).
     *
     * @param when  holds for such a body
     * @param value what to give back
     * @param name  the field to give it back in
     */
    record EchoBody(Path when, Path value, String name) implements Handshake {}
}
