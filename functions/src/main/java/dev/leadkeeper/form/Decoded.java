package dev.leadkeeper.form;

/** What became of decoding a body. */
sealed interface Decoded {
    /**
     * @param content maps, lists, texts, numbers, booleans and {@code null}
     */
    record Document(Object content) implements Decoded {}

    /** @param reason why not, in words that hold nothing of the body */
    record Unreadable(String reason) implements Decoded {}
}
