package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code feishu-robot}: a custom bot of Feishu or Lark (飞书). Secret: {@code hook}, the last part of its URL, and, where
 * the bot signs, {@code secret}. Addresses: ids of users to mention, or none.
 * See https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot.
 */
final class FeishuRobot implements Sender {
    /** Bytes of text: a request may have 20 KB, and JSON at most doubles a text. */
    private static final int LIMIT = 9_000;
    /** Ids go into a tag. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static final Answers ANSWERS = Answers.in(0L, "code", "StatusCode")
            .retry(11232L, 99991400L)
            .dead(19001L, 19021L, 19022L)
            .failed(9499L, 19024L);

    private final Clock clock;

    FeishuRobot(Clock clock) {
        this.clock = clock;
    }

    /** A message of no type: a bot that exists finds fault with it and sends nothing. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        var body = signed(setup);
        body.put("msg_type", "none");
        return ANSWERS.judgeProbe(requests.post(url(setup), body));
    }

    @Override
    public boolean couldReach(String address) {
        return address.isEmpty() || ID.matcher(address).matches();
    }

    private static String url(Setup setup) {
        return Urls.join(setup.baseUrl("https://open.feishu.cn"), "/open-apis/bot/v2/hook/" + Urls.encode(setup.credential("hook")));
    }

    private LinkedHashMap<String, Object> signed(Setup setup) {
        var body = new LinkedHashMap<String, Object>();
        setup.credential().part("secret").ifPresent(secret -> {
            var timestamp = Long.toString(clock.now().getEpochSecond());
            body.put("timestamp", timestamp);
            body.put("sign", sign(timestamp, secret));
        });
        return body;
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        var url = url(setup);
        var mentions = new StringBuilder();
        attempt.addresses().stream().filter(id -> ID.matcher(id).matches())
                .forEach(id -> mentions.append("<at user_id=\"").append(id).append("\"></at> "));
        var text = mentions + Fit.message(attempt.title(), attempt.text(), attempt.link(), LIMIT - mentions.length(), Fit.NO_TAGS);
        var body = signed(setup);
        body.put("msg_type", "text");
        body.put("content", Map.of("text", text));
        return ANSWERS.judge(requests.post(url, body));
    }

    /** The HMAC of nothing, under a key made of timestamp (seconds) and secret. */
    static String sign(String timestamp, String secret) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(timestamp + "\n" + secret, ""));
    }
}
