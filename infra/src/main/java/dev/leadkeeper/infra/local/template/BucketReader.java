package dev.leadkeeper.infra.local.template;

import dev.leadkeeper.infra.local.template.Template.Bucket;
import dev.leadkeeper.infra.local.template.Template.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an {@code AWS::S3::Bucket} and gathers the notifications that functions ask for in their own events. */
final class BucketReader {
    private final ResourceNames names;
    private final List<Notification> fromFunctions = new ArrayList<>();

    BucketReader(ResourceNames names) {
        this.names = names;
    }

    Bucket read(String id, Properties properties) {
        properties.text("BucketName");
        boolean versioned = properties.child("VersioningConfiguration")
                .map(each -> each.required("Status").equals("Enabled")).orElse(false);
        List<Notification> notifications = new ArrayList<>();
        properties.child("NotificationConfiguration").ifPresent(configuration -> {
            configuration.children("QueueConfigurations").forEach(each -> notifications.add(notification(id, each, "Queue")));
            configuration.children("LambdaConfigurations").forEach(each -> notifications.add(notification(id, each, "Function")));
        });
        properties.done();
        return new Bucket(id, names.name(id), versioned, notifications);
    }

    private Notification notification(String id, Properties properties, String target) {
        return new Notification(names.name(id), List.of(properties.required("Event")), rule(properties, "prefix"),
                rule(properties, "suffix"), properties.required(target));
    }

    /** The S3 event of a function: {@code Bucket: !Ref …} is the physical name already. */
    void samEvent(Properties event, String functionArn) {
        fromFunctions.add(new Notification(event.required("Bucket"), event.texts("Events"), rule(event, "prefix"),
                rule(event, "suffix"), functionArn));
    }

    List<Bucket> withSamEvents(List<Bucket> buckets) {
        return buckets.stream().map(bucket -> new Bucket(bucket.logicalId(), bucket.name(), bucket.versioned(),
                Stream.concat(bucket.notifications().stream(),
                        fromFunctions.stream().filter(each -> each.bucket().equals(bucket.name()))).toList())).toList();
    }

    private static String rule(Properties properties, String name) {
        Optional<Properties> filter = properties.child("Filter").flatMap(each -> each.child("S3Key"));
        return filter.stream().flatMap(each -> each.children("Rules").stream())
                .filter(each -> {
                    String value = each.required("Value");
                    return each.required("Name").equalsIgnoreCase(name) && !value.isEmpty();
                })
                .map(each -> each.required("Value")).findFirst().orElse("");
    }
}
