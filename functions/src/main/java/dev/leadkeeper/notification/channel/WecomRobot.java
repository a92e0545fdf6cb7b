package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.Map;

/**
 * {@code wecom-robot}: a group robot of WeCom (企业微信). Secret: the key. Addresses: user ids to mention, or none.
 * See https://developer.work.weixin.qq.com/document/path/91770.
 */
final class WecomRobot implements Sender {
    /** Bytes of a text message. */
    private static final int LIMIT = 2048;

    static final Answers ANSWERS = Answers.in(0L, "errcode")
            .retry(-1L, 45009L, 45033L)
            .dead(93000L, 93004L, 93008L)
            .failed(40008L, 40058L, 44004L, 45002L);

    /** A message of no type: a robot that exists says 40008 and sends nothing, a key that is gone 93000. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        return ANSWERS.judgeProbe(requests.post(url(setup), Map.of("msgtype", "none")));
    }

    private static String url(Setup setup) {
        return Urls.join(setup.baseUrl("https://qyapi.weixin.qq.com"), "/cgi-bin/webhook/send?key=" + Urls.encode(setup.credential().whole()));
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        var url = url(setup);
        var content = Fit.message(attempt.title(), attempt.text(), attempt.link(), LIMIT, Fit.NO_TAGS);
        return ANSWERS.judge(requests.post(url, Map.of("msgtype", "text",
                "text", Map.of("content", content, "mentioned_list", attempt.addresses()))));
    }
}
