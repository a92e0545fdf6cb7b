package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code wecom-app}: a message of a WeCom application to persons. Settings: {@code agentId}. Secret: {@code corpid} and
 * {@code corpsecret}. Addresses: user ids. The same message within half an hour reaches nobody twice, because the vendor
 * is asked to check. See https://developer.work.weixin.qq.com/document/path/90236.
 */
final class WecomApp implements Sender {
    /** Bytes of a text message. */
    private static final int LIMIT = 2048;
    /** The token is not, or no longer, valid; a new one helps. */
    private static final Set<Object> STALE = Set.of(40014L, 42001L);
    /** Fields of the answer that name whom the message did not reach. */
    private static final List<String> PERSONS = List.of("invaliduser", "unlicenseduser");
    private static final List<String> GROUPS = List.of("invalidparty", "invalidtag");

    static final Answers ANSWERS = Answers.in(0L, "errcode")
            .retry(-1L, 40014L, 42001L, 45009L, 45033L)
            .dead(40001L, 40056L, 48002L, 60011L, 60020L, 60111L, 81013L, 82001L, 301002L)
            .failed(40008L, 40058L, 44004L, 45002L);

    private final WecomTokens tokens;

    WecomApp(Clock clock) {
        tokens = new WecomTokens(clock);
    }

    @Override
    public boolean couldReach(String address) {
        return usable(address);
    }

    /** A new token, as the vendor gives one to whoever has the application's secret. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        agent(setup);
        return switch (tokens.ask(account(setup), requests)) {
            case WecomTokens.Token.Given _ -> new Outcome.Sent("token given");
            case WecomTokens.Token.None none -> none.why();
        };
    }

    private static WecomTokens.Account account(Setup setup) {
        return new WecomTokens.Account(setup.baseUrl("https://qyapi.weixin.qq.com"), setup.credential("corpid"), setup.credential("corpsecret"));
    }

    private static Long agent(Setup setup) {
        var agent = setup.need("agentId");
        if (!agent.matches("\\d{1,18}")) {
            throw new NotConfigured("agentId is not a number");
        }
        return Long.valueOf(agent);
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        if (attempt.addresses().isEmpty() || !attempt.addresses().stream().allMatch(WecomApp::usable)) {
            return new Outcome.Dead("not a user id");
        }
        var account = account(setup);
        var message = message(attempt, setup);
        // A refused token means that nothing was sent, so sending again with a new one doubles nothing.
        for (var again = false; ; again = true) {
            switch (tokens.of(account, requests)) {
                case WecomTokens.Token.None none -> {
                    return none.why();
                }
                case WecomTokens.Token.Given token -> {
                    var reply = requests.post(Urls.join(account.baseUrl(),
                            "/cgi-bin/message/send?access_token=" + Urls.encode(token.value())), message);
                    if (!stale(reply)) {
                        return outcome(attempt.addresses(), reply);
                    }
                    tokens.forget(account, token.value());
                    if (again) {
                        return ANSWERS.judge(reply);
                    }
                }
            }
        }
    }

    private static boolean stale(Http.Reply reply) {
        return reply instanceof Http.Reply.Answer answer
                && Answers.object(answer).map(body -> body.get("errcode")).filter(STALE::contains).isPresent();
    }

    private static Outcome outcome(List<String> addresses, Http.Reply reply) {
        var outcome = ANSWERS.judge(reply);
        return outcome instanceof Outcome.Sent && reply instanceof Http.Reply.Answer answer
                ? reached(addresses, Answers.object(answer).orElseThrow()) : outcome;
    }

    /** The separator would make two recipients of one, and {@code @all} is the whole company. */
    private static boolean usable(String id) {
        return !id.isBlank() && !id.contains("|") && !id.equalsIgnoreCase("@all");
    }

    private static Map<String, Object> message(Attempt attempt, Setup setup) {
        return Map.of(
                "touser", String.join("|", attempt.addresses()),
                "msgtype", "text",
                "agentid", agent(setup),
                "text", Map.of("content", Fit.message(attempt.title(), attempt.text(), attempt.link(), LIMIT, Fit.NO_TAGS)),
                "enable_duplicate_check", 1L,
                "duplicate_check_interval", 1800L);
    }

    /** Code 0 alone says little: the answer also names, in lower case, those whom the message did not reach. */
    private static Outcome reached(List<String> addresses, Map<String, Object> body) {
        var named = new HashSet<String>();
        PERSONS.forEach(field -> named.addAll(ids(body.get(field))));
        var missed = addresses.stream().filter(each -> named.contains(each.toLowerCase(Locale.ROOT))).toList();
        if (missed.size() == addresses.size()) {
            return new Outcome.Dead("errcode 0 but nobody reached");
        }
        if (!missed.isEmpty()) {
            return new Outcome.Partial("errcode 0 but " + missed.size() + " of " + addresses.size() + " not reached", missed);
        }
        var strange = !named.isEmpty() || GROUPS.stream().anyMatch(field -> !ids(body.get(field)).isEmpty());
        return strange ? new Outcome.Failed("errcode 0 but somebody unknown not reached") : new Outcome.Sent("errcode 0");
    }

    private static Set<String> ids(Object list) {
        var ids = new HashSet<String>();
        if (list != null) {
            for (var id : list.toString().split("\\|")) {
                if (!id.isBlank()) {
                    ids.add(id.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return ids;
    }
}
