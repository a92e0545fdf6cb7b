package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.TemplateReader;
import dev.leadkeeper.port.Queue.Channel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many messages a function takes at once. */
final class Batches {
    private Batches() {}

    /** One message at a time. */
    static Map<Channel, Integer> ofOne() {
        var batches = new EnumMap<Channel, Integer>(Channel.class);
        for (var channel : Channel.values()) {
            batches.put(channel, 1);
        }
        return batches;
    }

    /** As many as the template says. */
    static Map<Channel, Integer> full(Path root) {
        var template = new TemplateReader(Place.local("http://localhost", "http://localhost"), Map.of()).read(root.resolve("template.yaml"));
        var batches = new EnumMap<Channel, Integer>(Channel.class);
        for (var channel : Channel.values()) {
            var queue = template.queues().stream().filter(each -> each.logicalId().equals(logicalId(channel))).findFirst().orElseThrow();
            batches.put(channel, template.functions().stream().flatMap(each -> each.sources().stream())
                    .filter(Template.QueueSource.class::isInstance).map(Template.QueueSource.class::cast)
                    .filter(source -> source.queueArn().equals(queue.arn())).findFirst().orElseThrow().batchSize());
        }
        return batches;
    }

    /** {@code LEADS_SCORED} is {@code LeadsScoredQueue}. */
    private static String logicalId(Channel channel) {
        var name = new StringBuilder();
        for (var word : channel.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Queue").toString();
    }
}
