package dev.leadkeeper.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {
    @Test
    void a_notification_names_objects_in_the_spelling_of_forms() {
        assertEquals(List.of(new News.Uploaded("evidence/l 1/方案+/f1")), News.of(Json.readOwn("""
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Post", "s3": {"bucket": {"name": "q"},
                 "object": {"key": "evidence/l+1/%E6%96%B9%E6%A1%88%2B/f1", "size": 3, "eTag": "abc", "versionId": "v1", "sequencer": "0A"}}},
                 {"eventName": "ObjectRemoved:Delete", "s3": {"object": {"key": "evidence/l/a/f1"}}}]}""")));
    }

    @Test
    void the_message_that_s3_sends_to_try_the_queue_says_nothing() {
        assertEquals(List.of(), News.of(Json.readOwn("""
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-03-01T00:00:00Z", "Bucket": "q", "RequestId": "1", "HostId": "2"}""")));
    }

    @Test
    void a_scan_names_the_object_as_it_is() {
        var scan = """
                {"version": "0", "source": "aws.guardduty", "detail-type": "GuardDuty Malware Protection Object Scan Result", "detail":
                 {"scanStatus": "%s", "s3ObjectDetails": {"bucketName": "q", "objectKey": "evidence/l/a/f1", "eTag": "abc", "versionId": %s},
                  "scanResultDetails": %s}}""";
        assertEquals(List.of(new News.Scanned("evidence/l/a/f1", "v1", "NO_THREATS_FOUND")),
                News.of(Json.readOwn(scan.formatted("COMPLETED", "\"v1\"", "{\"scanResultStatus\": \"NO_THREATS_FOUND\", \"threats\": null}"))));
        assertEquals(List.of(new News.Scanned("evidence/l/a/f1", "abc", "SKIPPED")),
                News.of(Json.readOwn(scan.formatted("SKIPPED", "\"null\"", "null"))));
    }
}
