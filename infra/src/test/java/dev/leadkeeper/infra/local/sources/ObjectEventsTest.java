package dev.leadkeeper.infra.local.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.infra.local.emulators.ObjectListener;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ObjectEventsTest {
    private static final Pattern SEQUENCER = Pattern.compile("\"sequencer\":\"([0-9A-F]+)\"");

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    private List<String> uploads(boolean doubles, int expected) throws InterruptedException {
        Invoker function = (name, event) -> {
            told.add(new String(event, StandardCharsets.UTF_8));
            return new Invoker.Outcome.Returned(new byte[0]);
        };
        var bucket = new Template.Bucket("Files", "files", false,
                List.of(new Template.Notification("files", List.of("s3:ObjectCreated:*"), "", "", "arn:aws:lambda:here:0:function:f")));
        try (var events = new ObjectEvents(List.of(bucket), function, null, InstantSource.system(), "here", doubles)) {
            for (int i = 0; i < 4; i++) {
                events.changed(new ObjectListener.Change("ObjectCreated:Post", "files", "a" + i, 1, "\"e\""));
            }
            var numbers = new java.util.ArrayList<String>();
            while (numbers.size() < expected) {
                var matcher = SEQUENCER.matcher(told.poll(30, TimeUnit.SECONDS));
                matcher.find();
                numbers.add(matcher.group(1).substring(15));
            }
            return numbers.stream().sorted().toList();
        }
    }

    @Test
    void each_upload_is_told_once() throws InterruptedException {
        assertEquals(List.of("1", "2", "3", "4"), uploads(false, 4));
    }

    @Test
    void every_second_upload_is_told_twice_where_that_is_asked_for() throws InterruptedException {
        assertEquals(List.of("1", "2", "2", "3", "4", "4"), uploads(true, 6));
    }
}
