package dev.leadkeeper.form;

import io.burt.jmespath.JmesPathException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a signature is made over, written as text with {@code {body}}, {@code {timestamp}}, {@code {method}},
 * {@code {uri}}, {@code {secret}}, {@code {header:name}} and {@code {field:path}}.
 */
final class Template {
    private static final Pattern TOKEN = Pattern.compile("\\{([a-z]+)(?::([^{}]+))?}");

    private final List<Token> tokens;

    private Template(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    private sealed interface Token {
        record Literal(String text) implements Token {}

        record Header(String name) implements Token {}

        record Field(Path path) implements Token {}

        enum Word implements Token { BODY, TIMESTAMP, METHOD, URI, SECRET }
    }

    /**
     * What the tokens stand for.
     *
     * @param document the decoded body, {@code null} where no token asks for a field
     */
    record Values(FormRequest request, String timestamp, String secret, Object document) {}

    /** @throws IllegalArgumentException if a token is not known or its path is not one */
    static Template of(String text) {
        var tokens = new ArrayList<Token>();
        var found = TOKEN.matcher(text);
        int end = 0;
        while (found.find()) {
            literal(tokens, text.substring(end, found.start()));
            tokens.add(token(found.group(1), found.group(2)));
            end = found.end();
        }
        literal(tokens, text.substring(end));
        return new Template(tokens);
    }

    private static void literal(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token.Literal(text));
        }
    }

    private static Token token(String word, String argument) {
        return switch (word) {
            case "header" -> new Token.Header(argument(word, argument).toLowerCase(Locale.ROOT));
            case "field" -> field(argument(word, argument));
            case "body" -> Token.Word.BODY;
            case "timestamp" -> Token.Word.TIMESTAMP;
            case "method" -> Token.Word.METHOD;
            case "uri" -> Token.Word.URI;
            case "secret" -> Token.Word.SECRET;
            default -> throw new IllegalArgumentException("unknown token {" + word + "}");
        };
    }

    private static String argument(String word, String argument) {
        if (argument == null) {
            throw new IllegalArgumentException("{" + word + "} needs a name after a colon");
        }
        return argument;
    }

    private static Token field(String path) {
        try {
            return new Token.Field(Path.compile(path));
        } catch (JmesPathException e) {
            throw new IllegalArgumentException("{field:" + path + "} is not a JMESPath expression", e);
        }
    }

    /** Whether a token asks for this. */
    boolean usesTimestamp() {
        return tokens.contains(Token.Word.TIMESTAMP);
    }

    /** The bytes to sign, empty if a header or field that they need is missing. */
    Optional<byte[]> fill(Values values) {
        var out = new ByteArrayOutputStream(values.request().body().length + 128);
        for (var token : tokens) {
            var bytes = bytes(token, values);
            if (bytes == null) {
                return Optional.empty();
            }
            out.writeBytes(bytes);
        }
        return Optional.of(out.toByteArray());
    }

    private static byte[] bytes(Token token, Values values) {
        return switch (token) {
            case Token.Literal(var text) -> utf8(text);
            case Token.Header(var name) -> utf8(values.request().header(name).orElse(null));
            case Token.Field(var path) -> utf8(Texts.of(path.find(values.document())));
            case Token.Word word -> switch (word) {
                case BODY -> values.request().body();
                case TIMESTAMP -> utf8(values.timestamp());
                case METHOD -> utf8(values.request().method());
                case URI -> utf8(values.request().uri());
                case SECRET -> utf8(values.secret());
            };
        };
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
