package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.Base64;
import java.util.Map;

/**
 * {@code dingtalk-robot}: a group robot of DingTalk (钉钉). Secret: {@code access_token} and, where the robot signs,
 * {@code secret}. Addresses: user ids to mention, or none.
 * See https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages.
 */
final class DingtalkRobot implements Sender {
    /** Bytes of text: a request may have 20,000, and JSON at most doubles a text. */
    private static final int LIMIT = 9_000;

    /**
     * 310000 is any of the robot's security checks. A wrong clock is not mended by asking again at once, hence failed and
     * not retry. A throttled call was once answered without any code.
     */
    static final Answers ANSWERS = Answers.in(0L, "errcode")
            .retry(-1L, 130101L, 410100L, 130103L)
            .cause(310000L, "keywords not in content", Verdict.FAILED)
            .cause(310000L, "invalid timestamp", Verdict.FAILED)
            .dead(310000L, 300005L, 300001L, 40035L, 43002L, 400013L, 400101L, 400102L)
            .failed(400105L, 460101L)
            .withoutCode(Verdict.RETRY);

    private final Clock clock;

    DingtalkRobot(Clock clock) {
        this.clock = clock;
    }

    /** A message of no type. 40035 is said of any parameter that is missing, and the token is there. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        return ANSWERS.judgeProbe(requests.post(url(setup), Map.of("msgtype", "none")), 40035L);
    }

    private String url(Setup setup) {
        return Urls.join(setup.baseUrl("https://oapi.dingtalk.com"),
                "/robot/send?access_token=" + Urls.encode(setup.credential("access_token"))
                        + setup.credential().part("secret").map(this::signature).orElse(""));
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        var url = url(setup);
        var content = Fit.message(attempt.title(), attempt.text(), attempt.link(), LIMIT, Fit.PLAIN);
        return ANSWERS.judge(requests.post(url, Map.of("msgtype", "text",
                "text", Map.of("content", content),
                "at", Map.of("atUserIds", attempt.addresses(), "isAtAll", false))));
    }

    private String signature(String secret) {
        var timestamp = Long.toString(clock.now().toEpochMilli());
        return "&timestamp=" + timestamp + "&sign=" + Urls.encode(sign(timestamp, secret));
    }

    /** Base64 of the HMAC, not yet encoded for a URL. */
    static String sign(String timestamp, String secret) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(secret, timestamp + "\n" + secret));
    }
}
