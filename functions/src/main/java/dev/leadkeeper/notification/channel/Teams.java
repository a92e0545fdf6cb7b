package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code teams}: a webhook of a Microsoft Teams workflow, or of the older connector. Settings: {@code baseUrl}, the host.
 * Secret: path and query of its URL. Addresses: none. Text goes into runs, which know no Markdown.
 * See https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook.
 */
final class Teams implements Sender {
    /** Bytes of text: a message may have 28 KB, and JSON at most doubles a text. */
    private static final int LIMIT = 12_000;
    private static final Pattern INNER_STATUS = Pattern.compile("returned HTTP error (\\d{3})");

    /** A connector takes whatever it is sent, so that only what is configured is looked at. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        setup.credential();
        return new Outcome.Sent("configured");
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        var url = Urls.join(setup.need("baseUrl"), setup.credential().whole());
        var run = Map.of("type", "TextRun", "text", Fit.message(attempt.title(), attempt.text(), null, LIMIT, Fit.PLAIN));
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.2");
        card.put("body", List.of(Map.of("type", "RichTextBlock", "inlines", List.of(run))));
        if (attempt.link() != null) {
            card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", "打开 / Open", "url", attempt.link())));
        }
        return judge(requests.post(url, Map.of("type", "message", "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)))));
    }

    /**
     * A workflow answers 202: queued, which is all it ever says. A connector answers 200 whatever happens, with {@code 1}
     * if it worked and a sentence that holds the true status if not.
     */
    static Outcome judge(Http.Reply reply) {
        return switch (reply) {
            case Http.Reply.Silence silence -> new Outcome.Retry(silence.because());
            case Http.Reply.Forbidden forbidden -> new Outcome.Dead(forbidden.because());
            case Http.Reply.Answer answer -> {
                var verdict = Verdict.ofStatus(answer.status());
                yield verdict != Verdict.SENT ? verdict.because("status " + answer.status())
                        : answer.status() == 202 ? new Outcome.Sent("status 202: queued")
                        : connector(answer);
            }
        };
    }

    private static Outcome connector(Http.Reply.Answer answer) {
        var body = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (body.equals("1") && !answer.cut()) {
            return new Outcome.Sent("1");
        }
        var inner = INNER_STATUS.matcher(body);
        if (inner.find()) {
            var status = Integer.parseInt(inner.group(1));
            var verdict = Verdict.ofStatus(status);
            return (verdict == Verdict.SENT ? Verdict.FAILED : verdict).because("inner status " + status);
        }
        return new Outcome.Failed("status " + answer.status() + " without confirmation");
    }
}
