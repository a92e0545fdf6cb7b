package dev.leadkeeper.form;

import static dev.leadkeeper.fake.Cpu.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No bytes, under no form, are an uncaught error. The seed is fixed, so that a failure can be seen again. */
class FuzzTest {
    private static final long SEED = 20260302;
    private static final int INPUTS = 3_000;

    private final Random random = new Random(SEED);

    @Test
    void no_mutation_of_a_sample_is_an_uncaught_error_in_reading_verifying_or_storing() {
        var fuzz = new PostFuzz();
        for (int i = 0; i < INPUTS; i++) {
            fuzz.one(random);
        }
    }

    @Test
    void bodies_made_to_cost_much_cost_little() {
        var bodies = List.of("[".repeat(60_000), "{\"a\":".repeat(10_000), "[" + "{},".repeat(20_000) + "{}]", "a[b]".repeat(16_000) + "=1",
                "a=1&".repeat(16_000), "{\"entry\":[" + "{\"changes\":[{\"value\":{\"leadgen_id\":1}}]},".repeat(1_500) + "{}]}",
                "{" + manyNames() + "}", "--x\r\n".repeat(12_000), "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(1_000) + "--x--",
                "{\"phone\":\"" + "1".repeat(60_000) + "\"}", "{\"email\":\"" + "a@".repeat(30_000) + "\"}", "{\"region\":\"" + "上海".repeat(10_000) + "\"}",
                "{\"budget\":\"" + "1,".repeat(30_000) + "\"}", "%".repeat(60_000) + "=1");
        for (var form : SampleForms.all().values()) {
            for (var body : bodies) {
                within(Duration.ofSeconds(3), () -> PostFuzz.survives(form, "", body.getBytes(StandardCharsets.UTF_8), random),
                        "slow: " + form.id() + " for " + body.substring(0, 20));
            }
        }
    }

    private static String manyNames() {
        var names = new StringBuilder("\"n\":1");
        for (int i = 0; i < 6_000; i++) {
            names.append(",\"n").append(i).append("\":1");
        }
        return names.toString();
    }
}
