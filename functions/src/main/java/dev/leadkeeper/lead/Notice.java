package dev.leadkeeper.lead;

/**
 * Something that a person must learn.
 *
 * @param id        deterministic from what caused it, so that the same cause is the same notice
 * @param kind      {@code new-lead}, {@code todo}, {@code drift}, {@code undelivered} …
 * @param recipient staff id
 * @param lead      the lead it is about, or {@code null}
 * @param title     one line in both languages
 * @param text      the message in both languages; no personal data beyond what the recipient may see
 * @param trace     follows the lead through every log line
 */
public record Notice(String id, String kind, String recipient, String lead, Sentence title, Sentence text, String trace) {}
