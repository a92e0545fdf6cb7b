package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code slack}: an incoming webhook. Secret: the path of its URL, {@code /services/…}. Addresses: member ids to mention,
 * or none. See https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.
 */
final class Slack implements Sender {
    /** Bytes; longer texts are recommended against. */
    private static final int LIMIT = 4_000;
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,32}");
    /** What is said of a message without text. */
    private static final List<String> EMPTY = List.of("no_text", "invalid_payload", "missing_text_or_fallback_or_attachments");
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

    /** An empty message: a webhook that exists says so and sends nothing. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        var outcome = judge(requests.post(Urls.join(setup.baseUrl("https://hooks.slack.com"), setup.credential().whole()), Map.of()));
        return EMPTY.stream().anyMatch(word -> outcome.because().equals("status 400 " + word)) ? new Outcome.Sent(outcome.because()) : outcome;
    }

    @Override
    public boolean couldReach(String address) {
        return address.isEmpty() || ID.matcher(address).matches();
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        var url = Urls.join(setup.baseUrl("https://hooks.slack.com"), setup.credential().whole());
        var mentions = new StringBuilder();
        attempt.addresses().stream().filter(id -> ID.matcher(id).matches())
                .forEach(id -> mentions.append("<@").append(id).append("> "));
        var text = mentions + Fit.message(attempt.title(), attempt.text(), attempt.link(), LIMIT - mentions.length(), Fit.ENTITIES);
        return judge(requests.post(url, Map.of("text", text)));
    }

    /** Success is 200 with exactly {@code ok}; errors are a word with a status of 400 or more. */
    static Outcome judge(Http.Reply reply) {
        return switch (reply) {
            case Http.Reply.Silence silence -> new Outcome.Retry(silence.because());
            case Http.Reply.Forbidden forbidden -> new Outcome.Dead(forbidden.because());
            case Http.Reply.Answer answer -> {
                var body = new String(answer.body(), StandardCharsets.UTF_8).strip();
                var word = WORD.matcher(body).matches() ? " " + body : "";
                var verdict = Verdict.ofStatus(answer.status());
                yield verdict != Verdict.SENT ? verdict.because("status " + answer.status() + word)
                        : answer.status() == 200 && body.equals("ok") && !answer.cut() ? new Outcome.Sent("ok")
                        : new Outcome.Failed("status " + answer.status() + " without ok");
            }
        };
    }
}
