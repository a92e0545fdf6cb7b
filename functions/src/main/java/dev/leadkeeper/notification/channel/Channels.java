package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Secrets;
import java.util.List;
import java.util.Map;

/** All types of channels by the name that settings call them. */
public final class Channels implements Notifier {
    private final Map<String, Sender> types;
    private final Http http;
    private final Secrets secrets;

    public Channels(Http http, Secrets secrets, Clock clock, Ids ids, Mail mail) {
        this.http = http;
        this.secrets = secrets;
        this.types = Map.of(
                "wecom-robot", new WecomRobot(),
                "wecom-app", new WecomApp(clock),
                "dingtalk-robot", new DingtalkRobot(clock),
                "feishu-robot", new FeishuRobot(clock),
                "slack", new Slack(),
                "teams", new Teams(),
                "email", new Email(mail),
                "sms", new AliyunSms(clock, ids),
                "webhook", new Webhook(clock),
                "outbox", new Outbox());
    }

    /** The secret is the one that the setting {@code secret} names, such as {@code channels/sales-group}. */
    @Override
    public Outcome attempt(Attempt attempt) {
        var type = attempt.channel().get("type") instanceof String text ? types.get(text) : null;
        if (type == null) {
            return new Outcome.Dead("unknown type of channel");
        }
        var live = attempt.channel().get("secret") instanceof String name ? secrets.live(name) : List.<String>of();
        var setup = new Setup(attempt.channel(), live.stream().map(Credential::new).toList());
        try {
            return type.send(attempt, setup, new Requests(http));
        } catch (NotConfigured missing) {
            return new Outcome.Dead("not configured: " + missing.getMessage());
        }
    }
}
