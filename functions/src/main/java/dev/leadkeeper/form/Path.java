package dev.leadkeeper.form;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jcf.JcfRuntime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A JMESPath expression, compiled once. Works on plain values as {@code json} reads them. */
final class Path {
    /** In characters. Together with {@link #MOST_NESTED} it keeps a hostile expression from costing the parser its stack. */
    static final int LONGEST = 500;
    private static final int MOST_NESTED = 24;
    private static final JmesPath<Object> JMESPATH = new JcfRuntime();
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(?<![\\w'`])([A-Za-z_][A-Za-z0-9_]*)(?!\\w|\\()");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`");

    private final String text;
    private final Expression<Object> expression;

    private Path(String text, Expression<Object> expression) {
        this.text = text;
        this.expression = expression;
    }

    /**
     * @throws JmesPathException if this is no expression, or too long or nested to be a reasonable one
     * @throws NumberFormatException if an index in it is no int
     */
    static Path compile(String text) {
        if (text.length() > LONGEST) {
            throw new JmesPathException("longer than " + LONGEST + " characters");
        }
        if (text.chars().filter(c -> "([{!&".indexOf(c) >= 0).count() > MOST_NESTED) {
            throw new JmesPathException("more than " + MOST_NESTED + " brackets");
        }
        return new Path(text, JMESPATH.compile(text));
    }

    /** The value, or {@code null} where there is none, also where a function of the path cannot work with what it finds. */
    Object find(Object document) {
        try {
            return expression.search(document);
        } catch (JmesPathException | IndexOutOfBoundsException e) {
            // A body may hold anything; what a path cannot work with is not there. A slice of an empty list is out of bounds
            // to SliceNode of jmespath-java 0.6.0.
            return null;
        }
    }

    /** Whether the value counts as true: not {@code false}, not empty, not absent. */
    boolean holds(Object document) {
        return switch (find(document)) {
            case null -> false;
            case Boolean flag -> flag;
            case String string -> !string.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** The field names that the expression mentions. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        var found = NAME.matcher(LITERAL.matcher(text).replaceAll(""));
        while (found.find()) {
            names.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return names;
    }

    @Override
    public String toString() {
        return text;
    }
}
