package dev.leadkeeper.people;

/**
 * What is wrong with one field of a request.
 *
 * @param field   its place: {@code cap}, {@code channels[0].address}, {@code query.limit}, {@code header.if-match}
 * @param problem for people
 * @param zh      the same in Chinese, {@code null} where only programs ask
 */
public record Flaw(String field, String problem, String zh) {
    public Flaw(String field, String problem) {
        this(field, problem, null);
    }
}
