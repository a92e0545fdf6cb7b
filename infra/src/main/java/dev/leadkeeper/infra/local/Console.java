package dev.leadkeeper.infra.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.sources.Travel;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the local cloud prints about itself; calm: one block at start, one line per notice. */
final class Console implements Travel.Listener {
    /** Where the terminal does not say how wide it is. */
    private static final int USUAL_COLUMNS = 120;

    /** Where the sample organisation works; the zone is part of what is printed. */
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx").withZone(ZoneId.of("Asia/Shanghai"));

    private final PrintStream out;
    private final boolean chinese;
    private volatile boolean quiet = true;
    private volatile int speed = 1;

    Console(PrintStream out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
    }

    boolean chinese() {
        return chinese;
    }

    int columns() {
        return Optional.ofNullable(System.getenv("COLUMNS")).filter(text -> text.matches("[1-9]\\d{1,3}"))
                .map(Integer::valueOf).orElse(USUAL_COLUMNS);
    }

    /** @param silent true while a table is printed that shows the same in another way */
    void quiet(boolean silent) {
        this.quiet = silent;
    }

    void started(LocalCloud cloud, Options options, long readyMillis) {
        Endpoints endpoints = cloud.endpoints();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("HTTP API", cloud.api().toString());
        facts.put("DynamoDB", endpoints.dynamoDb().toString());
        facts.put("SQS", endpoints.sqs().toString());
        facts.put("S3", endpoints.s3().toString());
        facts.put("Parameter Store", endpoints.ssm().toString());
        facts.put("credentials", endpoints.accessKey() + " / " + endpoints.secretKey() + ", region " + endpoints.region());
        facts.put("token", "Authorization: Bearer local:manager (or any other staff id)");
        facts.put("data", options.data().map(Path::toString).orElse("in memory; -Ddata=DIR keeps it"));
        facts.put("logs", options.logs() ? "below" : FunctionProcess.log(options) + "; -Dlogs=true prints them");
        out.println("leadkeeper on the local cloud, started in %.1f s".formatted(readyMillis / 1000.0));
        out.println();
        facts.forEach((name, value) -> out.println("  %-16s %s".formatted(name, value)));
        Map<String, List<String>> without = cloud.template().noLocalEffect().byReason();
        if (!without.isEmpty()) {
            int width = without.keySet().stream().mapToInt(String::length).max().orElse(0);
            out.println();
            out.println("  In the template, without effect here:");
            without.forEach((reason, entries) -> out.println(("  %-" + width + "s  %s").formatted(reason, entries.stream()
                    .map(entry -> entry.replace("Serverless::", "")).sorted().collect(Collectors.joining(", ")))));
        }
        out.println();
    }

    /** Told of every change of the clock, of which only another speed is news. */
    synchronized void speed(int now) {
        if (now != speed) {
            speed = now;
            out.println("  clock   " + (chinese ? "时间流速 ×" : "time runs ×") + now);
        }
    }

    @Override
    public void departs(Instant from, Instant to) {
        if (!quiet) {
            out.println("  clock   " + MINUTE.format(from) + " → " + MINUTE.format(to));
        }
    }

    @Override
    public void arrives(Travel.Trip trip) {
        if (!quiet) {
            trip.merged().forEach((schedule, times) -> out.println("  clock   " + schedule + ": "
                    + (chinese ? "途中有 " + times + " 次触发合并" : times + " times on the way were merged into the others")));
        }
    }

    void notice(JsonNode notice) {
        if (!quiet) {
            JsonNode title = notice.path("title");
            String text = title.isObject() ? title.path(chinese ? "zh" : "en").asText("") : title.asText("");
            out.println("  notice  " + notice.path("recipient").asText("?") + "  " + notice.path("lead").asText("") + "  "
                    + text.replaceAll("\\p{Cntrl}", " "));
        }
    }
}
