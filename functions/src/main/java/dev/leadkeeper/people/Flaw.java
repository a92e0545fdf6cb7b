package dev.leadkeeper.people;

/**
 * What is wrong with one field of a request.
 *
 * @param field   its place: {@code cap}, {@code channels[0].address}, {@code query.limit}
 * @param problem for people
 */
public record Flaw(String field, String problem) {}
