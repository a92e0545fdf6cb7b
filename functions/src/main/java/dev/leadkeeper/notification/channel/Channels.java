package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All types of channels by the name that settings call them. */
public final class Channels implements Notifier {
    private static final String FOLDER = "channels/";

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

    @Override
    public Outcome attempt(Attempt attempt) {
        var type = attempt.channel().get("type") instanceof String text ? types.get(text) : null;
        if (type == null) {
            return new Outcome.Dead("unknown type of channel");
        }
        try {
            return type.send(attempt, new Setup(attempt.channel(), credentials(attempt.channel())), new Requests(http));
        } catch (NotConfigured missing) {
            return new Outcome.Dead("not configured: " + missing.getMessage());
        }
    }

    @Override
    public Outcome probe(Map<String, Object> channel) {
        return of(channel).<Outcome>map(type -> {
            try {
                return type.probe(new Setup(channel, credentials(channel)), new Requests(http));
            } catch (NotConfigured missing) {
                return new Outcome.Dead("not configured: " + missing.getMessage());
            }
        }).orElse(new Outcome.Dead("unknown type of channel"));
    }

    @Override
    public boolean couldReach(Map<String, Object> channel, String address) {
        return of(channel).map(type -> type.couldReach(address)).orElse(true);
    }

    private Optional<Sender> of(Map<String, Object> channel) {
        return channel.get("type") instanceof String text ? Optional.ofNullable(types.get(text)) : Optional.empty();
    }

    /** The live values of the secret that the setting {@code secret} names, such as {@code channels/sales-group}; none without it. */
    private List<Credential> credentials(Map<String, Object> settings) {
        return switch (settings.get("secret")) {
            case null -> List.of();
            case String name when name.startsWith(FOLDER) -> secrets.live(name).stream().map(Credential::new).toList();
            // Whoever configures a channel must not be able to send out the secrets of forms.
            case Object _ -> throw new NotConfigured("the secret's name does not begin with " + FOLDER);
        };
    }
}
