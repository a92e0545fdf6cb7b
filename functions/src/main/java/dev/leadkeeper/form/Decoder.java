package dev.leadkeeper.form;

import dev.leadkeeper.form.Decoded.Document;
import dev.leadkeeper.form.Decoded.Unreadable;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.json.JsonRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a document of a body. Gives {@link Unreadable} for whatever it does not understand. */
final class Decoder {
    private Decoder() {}

    static Decoded decode(BodyRule rule, String contentType, byte[] body) {
        var type = MediaType.of(contentType);
        var charset = type.charset();
        if (charset.isEmpty()) {
            return new Unreadable("the charset is not known");
        }
        var decoded = switch (kind(rule.kind(), type, body)) {
            case JSON -> json(body, charset.get());
            case FORM -> text(body, charset.get())
                    .<Decoded>map(text -> UrlEncoded.parse(text, charset.get()))
                    .orElseGet(() -> new Unreadable("the text is not " + charset.get()));
            case MULTIPART -> Multipart.parse(type.parameter("boundary"), body, charset.get());
            case AUTO -> new Unreadable("neither JSON nor a form");
        };
        for (var unwrap : rule.unwraps()) {
            if (decoded instanceof Document(var content)) {
                decoded = unwrap(unwrap, content);
            }
        }
        return decoded;
    }

    /** A declared type wins, but some senders declare a form and send JSON, and many declare nothing. */
    private static BodyRule.Kind kind(BodyRule.Kind declared, MediaType type, byte[] body) {
        if (declared != BodyRule.Kind.AUTO) {
            return declared;
        }
        if (type.name().equals("multipart/form-data")) {
            return BodyRule.Kind.MULTIPART;
        }
        if (type.isJson() || startsLikeJson(body)) {
            return BodyRule.Kind.JSON;
        }
        if (type.name().equals("application/x-www-form-urlencoded")) {
            return BodyRule.Kind.FORM;
        }
        if (body.length > 2 && body[0] == '-' && body[1] == '-') {
            return BodyRule.Kind.MULTIPART;
        }
        for (var each : body) {
            if (each == '=') {
                return BodyRule.Kind.FORM;
            }
        }
        return BodyRule.Kind.AUTO;
    }

    private static boolean startsLikeJson(byte[] body) {
        var start = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        while (start < body.length && " \t\r\n".indexOf(body[start]) >= 0) {
            start++;
        }
        return start < body.length && (body[start] == '{' || body[start] == '[');
    }

    private static Decoded json(byte[] body, Charset charset) {
        var text = text(body, charset);
        return text.isEmpty() ? new Unreadable("the text is not " + charset) : json(text.get());
    }

    private static Decoded json(String text) {
        try {
            return new Document(Json.read(text));
        } catch (JsonRefused refused) {
            return new Unreadable(refused.reason().word());
        }
    }

    /** The text, empty if the bytes are not in this charset. */
    static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded unwrap(BodyRule.Unwrap unwrap, Object document) {
        if (document instanceof List<?> list) {
            return unwrapAll(unwrap, list);
        }
        if (!(document instanceof Map<?, ?> map) || !(unwrap.from().find(document) instanceof String text) || text.isBlank()) {
            return new Document(document);
        }
        Object value = text;
        for (var step : unwrap.steps()) {
            var opened = value instanceof String inner ? open(step, inner) : new Document(value);
            switch (opened) {
                case Document(var content) -> value = content;
                case Unreadable(var reason) -> {
                    return unwrap.optional() ? new Document(document) : new Unreadable(unwrap.into() + ": " + reason);
                }
            }
        }
        var copy = new LinkedHashMap<Object, Object>(map);
        copy.put(unwrap.into(), value);
        return new Document(copy);
    }

    private static Decoded unwrapAll(BodyRule.Unwrap unwrap, List<?> documents) {
        var opened = new ArrayList<Object>();
        for (var each : documents) {
            switch (each instanceof List<?> ? new Document(each) : unwrap(unwrap, each)) {
                case Document(var content) -> opened.add(content);
                case Unreadable unreadable -> {
                    return unreadable;
                }
            }
        }
        return new Document(opened);
    }

    private static Decoded open(BodyRule.Step step, String text) {
        return switch (step) {
            case JSON -> json(text);
            case URL -> new Document(UrlEncoded.decode(text, StandardCharsets.UTF_8, false).orElse(text));
            case FORM -> UrlEncoded.parse(text, StandardCharsets.UTF_8);
            case BASE64 -> base64(text);
        };
    }

    private static Decoded base64(String text) {
        return Encoding.BASE64.decode(text).flatMap(bytes -> text(bytes, StandardCharsets.UTF_8))
                .<Decoded>map(Document::new).orElseGet(() -> new Unreadable("not base 64"));
    }
}
