package dev.leadkeeper.evidence;

import dev.leadkeeper.codec.Doc;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a message of the queue of uploads tells. */
sealed interface News {
    /** The object's name. */
    String key();

    /** Something lies there, or lay there. */
    record Uploaded(String key) implements News {}

    /**
     * The scan for malware has ended.
     *
     * @param mark   the object's version, or its ETag where there is none
     * @param status as GuardDuty says it, such as {@code NO_THREATS_FOUND}
     */
    record Scanned(String key, String mark, String status) implements News {}

    String SCAN = "GuardDuty Malware Protection Object Scan Result";

    /**
     * Reads a notification of S3 (docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html) or an event of
     * GuardDuty (docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html). Empty for what S3 sends
     * to see whether the queue is there, and for objects that were removed.
     */
    static List<News> of(Map<String, Object> body) {
        var message = Doc.of(body);
        if (SCAN.equals(message.text("detail-type"))) {
            return List.of(scanned(message.doc("detail")));
        }
        return message.list("Records", Doc::ofValue).stream().flatMap(News::uploaded).toList();
    }

    private static Stream<News> uploaded(Doc record) {
        // Keys of notifications are encoded as those of forms are.
        return record.required("eventName").startsWith("ObjectCreated:")
                ? Stream.of(new Uploaded(URLDecoder.decode(record.doc("s3").doc("object").required("key"), StandardCharsets.UTF_8))) : Stream.empty();
    }

    private static News scanned(Doc detail) {
        var object = detail.doc("s3ObjectDetails");
        var version = object.text("versionId");
        var result = detail.doc("scanResultDetails");
        var status = result == null ? null : result.text("scanResultStatus");
        return new Scanned(object.required("objectKey"), version == null || version.equals("null") ? Place.plain(object.required("eTag")) : version,
                status == null ? detail.required("scanStatus") : status);
    }
}
