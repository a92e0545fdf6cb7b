package dev.leadkeeper.form;

import dev.leadkeeper.form.HandshakeAnswer.NotAsked;
import dev.leadkeeper.form.HandshakeAnswer.Refused;
import dev.leadkeeper.form.HandshakeAnswer.Say;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers handshakes. What is given back is the stranger's own text, so it is short and never HTML. */
public final class Handshakes {
    private static final int LONGEST = 500;

    private Handshakes() {}

    /** For a GET. */
    public static HandshakeAnswer toQuery(FormDefinition form, FormRequest request, Secrets secrets) {
        return switch (form.handshake()) {
            case Handshake.EchoQuery(var echo, var token, var secret) -> parameter(request, echo)
                    .map(text -> Keys.any(parameter(request, token).stream().toList(), secrets.live("forms/" + secret))
                            ? new Say("text/plain; charset=utf-8", text) : new Refused())
                    .orElse(new NotAsked());
            case Handshake.SignQuery(var code, var response) -> parameter(request, code)
                    .map(text -> signed(code, text, response, secrets.live(form.secret())))
                    .orElse(new NotAsked());
            case Handshake.EchoBody body -> new NotAsked();
            case null -> new NotAsked();
        };
    }

    /** For a POST that was found authentic. */
    public static HandshakeAnswer toBody(FormDefinition form, FormRequest request) {
        return form.handshake() instanceof Handshake.EchoBody(var when, var value, var name)
                && Decoder.decode(form.body(), request.contentType(), request.body()) instanceof Decoded.Document(var document)
                && when.holds(document)
                ? new Say("application/json", Json.write(Map.of(name, said(value.find(document)))))
                : new NotAsked();
    }

    private static String said(Object value) {
        return Optional.ofNullable(Texts.cut(Texts.of(value), LONGEST)).orElse("");
    }

    private static HandshakeAnswer signed(String code, String text, String response, List<String> secrets) {
        if (secrets.isEmpty()) {
            return new Refused();
        }
        var key = secrets.getFirst().getBytes(StandardCharsets.UTF_8);
        var hmac = Keys.hmac("HmacSHA256", key, text.getBytes(StandardCharsets.UTF_8));
        var answer = new LinkedHashMap<String, Object>();
        answer.put(code, text);
        answer.put(response, HexFormat.of().formatHex(hmac));
        return new Say("application/json", Json.write(answer));
    }

    private static Optional<String> parameter(FormRequest request, String name) {
        return Optional.ofNullable(request.query().get(name)).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }
}
