package dev.leadkeeper.infra.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.aws.Upload;
import dev.leadkeeper.evidence.check.Corpora;
import dev.leadkeeper.port.Quarantine;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real template, the real functions, the embedded emulators. */
class ProductTest {
    private static Product product;

    @BeforeAll
    static void start() throws Exception {
        product = new Product();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void two_hundred_posts_at_once_of_fifty_deliveries_are_fifty_leads_within_every_cap_and_turn() throws Exception {
        var posts = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < 200; i++) {
            var delivery = i % 50;
            posts.add(() -> product.post("spike-" + delivery, lead(delivery, delivery % 2 == 0 ? "展会扫码" : "官网")));
        }
        var ids = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var answer : threads.invokeAll(posts)) {
                answer.get().path("leads").forEach(id -> ids.add(id.asText()));
            }
        }
        product.settle();

        assertEquals(50, ids.size());
        for (var id : ids) {
            var lead = product.lead(id);
            assertEquals("assigned", lead.path("state").asText(), id);
            assertEquals(1, count(lead, "assigned"), id);
            assertEquals(1, count(lead, "notified"), id);
        }
        var keyAccounts = new ArrayList<Long>();
        for (var person : product.all("/staff")) {
            assertTrue(person.path("open").asLong() <= person.path("cap").asLong(), person.toString());
            assertEquals(product.all("/leads?owner=" + person.path("id").asText()).size(), person.path("owned").asLong(), person.toString());
            if (person.path("groups").toString().contains("key-accounts")) {
                keyAccounts.add(person.path("turns").path("trade-fair").asLong());
            }
        }
        assertEquals(25, keyAccounts.stream().mapToLong(Long::longValue).sum());
        assertTrue(keyAccounts.stream().mapToLong(Long::longValue).max().orElseThrow()
                - keyAccounts.stream().mapToLong(Long::longValue).min().orElseThrow() <= 1, keyAccounts.toString());
    }

    @Test
    void a_changed_body_under_the_same_delivery_revises_the_lead() throws Exception {
        var id = product.post("edit-1", lead(900, "官网")).path("leads").get(0).asText();
        product.settle();
        var changed = new HashMap<>(lead(900, "官网"));
        changed.put("company", "改名后的公司");
        assertEquals(id, product.post("edit-1", changed).path("leads").get(0).asText());
        product.settle();

        var lead = product.lead(id);
        assertEquals("改名后的公司", lead.path("company").asText());
        assertEquals(1, count(lead, "assigned"));
        assertEquals(1, count(lead, "revised"));
    }

    @Test
    void an_upstream_form_that_adds_a_field_stalls_nothing_and_is_listed() throws Exception {
        var body = new HashMap<>(lead(910, "官网"));
        body.put("source_channel", "新渠道");
        var id = product.post("drift-1", body).path("leads").get(0).asText();
        product.settle();

        assertEquals("assigned", product.lead(id).path("state").asText());
        assertEquals("新渠道", product.lead(id).path("unmapped").path("source_channel").asText());
        assertTrue(product.get("/drift", "admin").path("fields").findValuesAsText("field").contains("source_channel"));
    }

    @Test
    void a_proposal_is_checked_and_kept_and_a_renamed_file_with_macros_is_refused_and_told() throws Exception {
        var id = product.post("evidence-1", lead(920, "官网")).path("leads").get(0).asText();
        product.settle();
        var rep = product.lead(id).path("owner").asText();
        var contents = List.of(Corpora.file("one page"), Corpora.file("a deck with macros, renamed"));
        var files = List.of(declared("方案.pdf", "application/pdf", contents.get(0)),
                declared("方案.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", contents.get(1)));

        var activity = product.post("/leads/" + id + "/activities", rep, Map.of("type", "proposal", "files", files, "solved", "预算已确认",
                "nextStep", "周三看工厂", "promise", "发方案", "promiseBy", "2099-01-01", "result", "trial"));
        var uploads = activity.path("uploads");
        assertEquals(2, uploads.size(), activity.toString());
        for (var i = 0; i < 2; i++) {
            var fields = new HashMap<String, String>();
            uploads.get(i).path("fields").properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
            assertEquals(204, Upload.post(new Quarantine.Form(URI.create(uploads.get(i).path("url").asText()), fields), contents.get(i)));
        }
        product.settle();

        var path = "/leads/" + id + "/activities/" + activity.path("id").asText();
        var judged = product.get(path, rep);
        assertEquals(List.of("valid", "rejected"), judged.path("files").findValuesAsText("state"), judged.toString());
        assertEquals("macros", judged.path("files").get(1).path("reasons").get(0).path("reason").asText());
        assertArrayEquals(contents.get(0), product.followed(path + "/files/f1", rep));
        assertTrue(product.get("/local/outbox", "manager").toString().contains("evidence-rejected")
                || product.get("/local/outbox", "manager").toString().contains("证据未通过"), "the rep is told");
        assertEquals(1, count(product.lead(id), "evidence-valid"));
        assertEquals(1, count(product.lead(id), "evidence-rejected"));
    }

    private static Map<String, Object> declared(String name, String type, byte[] content) {
        return Map.of("name", name, "type", type, "bytes", content.length, "sha256", Corpora.sha256(content));
    }

    private static Map<String, Object> lead(int n, String source) {
        return Map.of("name", "客户" + n, "phone", "1371%07d".formatted(n), "company", "公司" + n, "industry", "物流", "budget", 60_000,
                "sourceChannel", source, "needBy", "本月", "decisionRole", "决策人");
    }

    private static long count(JsonNode lead, String type) {
        return lead.path("timeline").findValuesAsText("type").stream().filter(type::equals).count();
    }
}
