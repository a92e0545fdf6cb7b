package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkeeper.lead.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendors' own documented payloads, where a collection of them lies beside the checkout; skipped elsewhere. */
class VendorPayloadsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # payload                form             leads, attention, tests
            cloudevents/1.json,      cloudevents,        0, 1, 0
            elementor/1.urlencoded,  elementor,          1, 0, 0
            feishu_bitable/1.json,   feishu-bitable,     0, 2, 0
            google_ads_lead/1.json,  google-ads,         1, 0, 1
            google_forms/1.json,     google-forms,       1, 0, 0
            jinshuju/1.json,         jinshuju,           1, 0, 1
            jotform/1.multipart,     jotform,            0, 1, 0
            meta_leadads/1.json,     meta,               0, 2, 0
            meta_leadads/2.json,     meta,               1, 0, 0
            standard_webhooks/1.json,demo,               0, 1, 0
            standard_webhooks/2.json,demo,               1, 0, 0
            standard_webhooks/2.json,standard-webhooks,  1, 0, 0
            tally/1.json,            tally,              1, 0, 0
            tally/2.json,            tally,              0, 1, 0
            typeform/1.json,         typeform,           1, 0, 0
            webflow/1.json,          webflow,            1, 0, 0
            wjx/2.json,              wjx,                0, 1, 0
            youzan/1.json,           youzan,             0, 1, 0
            """)
    void what_has_a_phone_or_an_address_becomes_a_lead_and_the_rest_is_kept_for_people(String payload, String form, int leads, int attention,
                                                                                          int tests) throws IOException {
        var file = Stream.of("../../shared/payloads", "../../../shared/payloads").map(folder -> Path.of(folder, payload))
                .filter(Files::exists).findFirst();
        assumeTrue(file.isPresent(), "no vendors' payloads beside the checkout");
        var type = payload.endsWith(".multipart") ? "multipart/form-data; boundary=------------------------d74496d66958873e"
                : payload.endsWith(".urlencoded") ? "application/x-www-form-urlencoded" : "application/json";

        var submissions = PostReader.read(SampleForms.get(form), type, Files.readAllBytes(file.get()), null, SamplePosts.RECEIVED, "trace", false);

        var reasons = submissions.stream().map(Submission::attention).filter(Objects::nonNull).toList();
        assertEquals(attention, reasons.size(), submissions.toString());
        assertTrue(List.of("no way to reach").containsAll(reasons), reasons.toString());
        assertEquals(leads, submissions.size() - reasons.size());
        assertEquals(tests, submissions.stream().filter(each -> each.test() != null).count());
    }
}
