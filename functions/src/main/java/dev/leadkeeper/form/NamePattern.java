package dev.leadkeeper.form;

import java.util.regex.Pattern;

/** Names of fields: exact, or with {@code *} for any characters and {@code #} for digits ({@code q#_name}). */
final class NamePattern {
    private static final int MOST_WILDCARDS = 3;

    private final String text;
    private final Pattern pattern;

    private NamePattern(String text) {
        this.text = text;
        var regex = new StringBuilder();
        for (var c : text.toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '#' -> "[0-9]+";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** @throws IllegalArgumentException for an empty pattern and for one with more than three wildcards, which could be slow */
    static NamePattern of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty name matches nothing");
        }
        if (text.chars().filter(c -> c == '*' || c == '#').count() > MOST_WILDCARDS) {
            throw new IllegalArgumentException("more than " + MOST_WILDCARDS + " wildcards");
        }
        return new NamePattern(text);
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** The name without what matches at its beginning, or as it is. */
    String strip(String name) {
        var found = pattern.matcher(name);
        return found.lookingAt() && found.end() < name.length() ? name.substring(found.end()) : name;
    }

    @Override
    public String toString() {
        return text;
    }
}
