package dev.leadkeeper.notification.channel;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every type of channel, configured against one fake vendor. */
final class ChannelWorld implements AutoCloseable {
    static final List<String> OVER_HTTP = List.of("wecom-robot", "wecom-app", "dingtalk-robot", "feishu-robot", "slack", "teams",
            "sms", "webhook", "outbox");
    static final String WHSEC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    final FakeVendor vendor = new FakeVendor();
    final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    final FixedSecrets secrets = new FixedSecrets()
            .put("channels/wecom-robot", "693a91f6-7xxx&4bc4+97a0")
            .put("channels/wecom-app", "corpid=ww%26corp&corpsecret=s3cr%2Bt")
            .put("channels/dingtalk-robot", "access_token=tok%26en&secret=SEC0")
            .put("channels/feishu-robot", "hook=hook-1&secret=feishu-secret")
            .put("channels/slack", "/services/T000/B000/XXXX")
            .put("channels/teams", "/webhookb2/abc?sig=xyz")
            .put("channels/sms", "id=LTAI-key&secret=sms-secret")
            .put("channels/webhook", WHSEC);
    final List<Mail.Letter> letters = new ArrayList<>();
    final Channels channels = new Channels(new Http(new Destination(true)), secrets, clock, new SeededIds(3), (account, letter) -> {
        letters.add(letter);
        return new Outcome.Sent("accepted");
    });

    Map<String, Object> settings(String type) {
        var settings = new HashMap<String, Object>(Map.of("type", type, "baseUrl", vendor.url(), "secret", "channels/" + type));
        settings.putAll(switch (type) {
            case "wecom-app" -> Map.of("agentId", 1000002L);
            case "sms" -> Map.of("signName", "某某科技", "templateCode", "SMS_1", "params", Map.of("lead", "{lead}", "name", "{title}"));
            case "email" -> Map.of("from", "crm@example.com");
            default -> Map.of();
        });
        return settings;
    }

    static List<String> addresses(String type) {
        return switch (type) {
            case "sms" -> List.of("+8613912345678");
            case "email" -> List.of("rep@example.com");
            default -> List.of("rep01");
        };
    }

    Attempt attempt(String type, List<String> addresses, String title, String text) {
        return new Attempt(settings(type), addresses, title, text, "https://crm.example.com/leads/abc", Map.of(
                "notice", "new-lead:abc:1", "kind", "new-lead", "recipient", "rep01", "lead", "abc",
                "title", Map.of("zh", "新线索", "en", "New lead"), "text", Map.of("zh", "原因", "en", "reason")));
    }

    Attempt attempt(String type) {
        return attempt(type, addresses(type), "新线索 / New lead", "原因\nreason");
    }

    Outcome send(String type) {
        return channels.attempt(attempt(type));
    }

    /** The answer that lets a WeCom application go on to the message itself. */
    ChannelWorld withToken(String token) {
        vendor.then(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"" + token + "\",\"expires_in\":7200}");
        return this;
    }

    /** Sends with this answer to the message itself. */
    Outcome sendAnd(String type, int status, String body) {
        if (type.equals("wecom-app")) {
            withToken("t");
        }
        vendor.then(status, body);
        return send(type);
    }

    @Override
    public void close() {
        vendor.close();
    }
}
