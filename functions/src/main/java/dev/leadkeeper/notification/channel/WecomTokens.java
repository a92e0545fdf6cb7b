package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens of WeCom, kept until shortly before they expire, as the vendor demands.
 * See https://developer.work.weixin.qq.com/document/path/91039.
 */
final class WecomTokens {
    /** A token is renewed this long before its end. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Answers ANSWERS = Answers.in(0L, "errcode")
            .retry(-1L, 45009L, 45033L)
            .dead(40001L, 40013L, 40091L, 60020L);

    private final Clock clock;
    private final Map<Account, Kept> kept = new ConcurrentHashMap<>();

    WecomTokens(Clock clock) {
        this.clock = clock;
    }

    /** Whose token. Prints no secret. */
    record Account(String baseUrl, String corpId, String secret) {
        @Override
        public String toString() {
            return "a WeCom account";
        }
    }

    private record Kept(String token, Instant until) {}

    /** A token, or what became of asking for one. */
    sealed interface Token {
        record Given(String value) implements Token {}

        record None(Outcome why) implements Token {}
    }

    /** The token that was kept, or a new one. */
    Token of(Account account, Requests requests) {
        var before = kept.get(account);
        return before != null && clock.now().isBefore(before.until()) ? new Token.Given(before.token()) : ask(account, requests);
    }

    /** Drops a token that was refused. */
    void forget(Account account, String token) {
        kept.computeIfPresent(account, (same, present) -> present.token().equals(token) ? null : present);
    }

    /** A new token, whatever was kept. */
    Token ask(Account account, Requests requests) {
        var reply = requests.get(Urls.join(account.baseUrl(), "/cgi-bin/gettoken?corpid=" + Urls.encode(account.corpId())
                + "&corpsecret=" + Urls.encode(account.secret())));
        return switch (ANSWERS.judge(reply)) {
            case Outcome.Sent _ when reply instanceof Http.Reply.Answer answer -> keep(account, answer);
            case Outcome other -> new Token.None(other);
        };
    }

    private Token keep(Account account, Http.Reply.Answer answer) {
        var body = Answers.object(answer).orElseThrow();
        if (body.get("access_token") instanceof String token && !token.isEmpty() && body.get("expires_in") instanceof Long seconds) {
            kept.put(account, new Kept(token, clock.now().plusSeconds(seconds).minus(MARGIN)));
            return new Token.Given(token);
        }
        return new Token.None(new Outcome.Failed("answer without an access token"));
    }
}
