package dev.leadkeeper.form;

/** What to say to a vendor that asks whether the endpoint is ours. */
public sealed interface HandshakeAnswer {
    /** It did not ask. */
    record NotAsked() implements HandshakeAnswer {}

    /** It asked without knowing the secret. */
    record Refused() implements HandshakeAnswer {}

    /** The answer, with its content type. */
    record Say(String contentType, String text) implements HandshakeAnswer {}
}
