package dev.leadkeeper.notification.channel;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code webhook}: a receiver of one's own, signed by Standard Webhooks, with every live secret so that a rotation breaks
 * nothing. Settings: {@code baseUrl}, in which {@code {address}}, {@code {recipient}}, {@code {lead}} and {@code {notice}}
 * are filled in. Secret: {@code whsec_} and base64. The message's id is the same for every attempt, so that the receiver
 * can tell a repeat. See https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
 */
final class Webhook implements Sender {
    private static final String PREFIX = "whsec_";

    private final Clock clock;

    Webhook(Clock clock) {
        this.clock = clock;
    }

    /** A receiver may act on whatever it gets, so that it gets nothing: the secret and the address are looked at. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        setup.credential();
        setup.credentials().forEach(Webhook::key);
        return requests.mayAsk(setup.need("baseUrl").replaceAll("\\{[a-z]+}", "x")) ? new Outcome.Sent("configured") : new Outcome.Dead("forbidden address");
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        setup.credential();
        var now = clock.now();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "notice." + attempt.reference().getOrDefault("kind", "notice"));
        document.put("timestamp", now.toString());
        document.put("data", Receivers.document(attempt));
        var body = Json.writeBytes(document);
        var id = "msg_" + LeadId.base32(LeadId.sha256(attempt.reference().get("notice") + "\0" + attempt.addresses()));
        var timestamp = Long.toString(now.getEpochSecond());
        return Receivers.judge(requests.post(url(attempt, setup), Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", signatures(setup.credentials(), id, timestamp, body)), body));
    }

    private static String url(Attempt attempt, Setup setup) {
        var url = setup.need("baseUrl")
                .replace("{address}", Urls.encode(String.join(",", attempt.addresses())));
        for (var name : List.of("recipient", "lead", "notice")) {
            var value = attempt.reference().get(name);
            url = url.replace("{" + name + "}", value == null ? "" : Urls.encode(value.toString()));
        }
        return url;
    }

    /** One signature per secret, separated by blanks. */
    static String signatures(List<Credential> secrets, String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(Hmac.sha256(key(secret), message)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] key(Credential secret) {
        var text = secret.whole();
        try {
            var key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new NotConfigured("the credential is not base64"); // no cause: its message quotes the secret
        }
        throw new NotConfigured("the credential is empty");
    }
}
