package dev.leadkeeper.infra.bench.units;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The price list {@code infra/bench/prices.yaml}. */
record Prices(String region, String date, Map<String, Double> perMillion, double logsPerGigabyte, Map<String, Double> assumed) {

    static Prices read(Path root) throws IOException {
        Map<String, Object> list = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(root.resolve("infra/bench/prices.yaml")));
        return new Prices((String) list.get("region"), (String) list.get("date"), numbers(list.get("perMillion")),
                ((Number) list.get("logsPerGigabyte")).doubleValue(), numbers(list.get("assumed")));
    }

    private static Map<String, Double> numbers(Object map) {
        var numbers = new java.util.LinkedHashMap<String, Double>();
        ((Map<?, ?>) map).forEach((name, value) -> numbers.put((String) name, ((Number) value).doubleValue()));
        return numbers;
    }

    /** What this much of one thing costs for a million leads, in USD. */
    double of(String what, double perLead) {
        return perMillion.get(what) * perLead;
    }

    /** Gigabyte-seconds of invocations that handle so many messages, which take their time one after the other. */
    double gigabyteSeconds(double messages) {
        return messages * assumed.get("memoryMegabytes") / 1024 * assumed.get("milliseconds") / 1000;
    }

    /** Bytes that a lead leaves in the log: lines of functions, and Lambda's own. */
    double logBytes(Meter.Sum lead) {
        return lead.logBytes() + lead.invocations() * assumed.get("platformLogBytes");
    }

    /** What the logs cost for a million leads, in USD. */
    double logs(Meter.Sum lead) {
        return logBytes(lead) * 1_000_000 / 1e9 * logsPerGigabyte;
    }
}
