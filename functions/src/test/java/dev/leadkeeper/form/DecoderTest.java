package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.form.Decoded.Document;
import dev.leadkeeper.form.Decoded.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final BodyRule AUTO = new BodyRule(BodyRule.Kind.AUTO, List.of());

    private static Decoded decode(String type, String body) {
        return Decoder.decode(AUTO, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Decoded document(Object content) {
        return new Document(content);
    }

    @Test
    void the_declared_type_decides() {
        assertEquals(document(Map.of("a", 1L)), decode("application/json", "{\"a\":1}"));
        assertEquals(document(Map.of("a", 1L)), decode("application/cloudevents+json; charset=utf-8", "{\"a\":1}"));
        assertEquals(document(Map.of("a", "1")), decode("application/x-www-form-urlencoded", "a=1"));
        assertEquals(new Unreadable("json-syntax"), decode("application/json", "a=1"));
    }

    @Test
    void json_under_a_wrong_or_no_type_is_still_json() {
        assertEquals(document(Map.of("a", 1L)), decode("application/x-www-form-urlencoded", " {\"a\":1}"));
        assertEquals(document(List.of(1L)), decode("", "\uFEFF[1]"));
        assertEquals(document(Map.of("a", "1")), decode("text/plain", "a=1"));
        assertEquals(new Unreadable("neither JSON nor a form"), decode("", "hello"));
        assertEquals(new Unreadable("neither JSON nor a form"), decode("", ""));
    }

    @Test
    void strict_json_has_its_reasons() {
        assertEquals(new Unreadable("json-duplicate-name"), decode("application/json", "{\"a\":1,\"a\":2}"));
        assertEquals(new Unreadable("json-limit"), decode("application/json", "[".repeat(40) + "]".repeat(40)));
        assertEquals(new Unreadable("json-trailing"), decode("application/json", "{} {}"));
    }

    @Test
    void a_declared_charset_is_used_and_an_unknown_one_is_a_reason() {
        var gbk = Charset.forName("GBK");
        assertEquals(document(Map.of("姓名", "郑和")), Decoder.decode(AUTO, "application/json; charset=gbk", "{\"姓名\":\"郑和\"}".getBytes(gbk)));
        assertEquals(new Unreadable("the text is not UTF-8"), Decoder.decode(AUTO, "application/json", "{\"姓名\":\"郑和\"}".getBytes(gbk)));
        assertEquals(new Unreadable("the charset is not known"), decode("application/json; charset=martian", "{}"));
        assertEquals(new Unreadable("the charset is not known"), decode("application/json; charset=ISO-2022-CN", "{}"), "it can be read but not written");
    }

    @Test
    void names_with_brackets_nest_and_repeated_ones_make_lists() {
        assertEquals(document(Map.of("f", Map.of("name", Map.of("value", "李 雷"), "tag", List.of("a", "b")))),
                decode("application/x-www-form-urlencoded", "f%5Bname%5D%5Bvalue%5D=%E6%9D%8E+%E9%9B%B7&f[tag][]=a&f[tag][]=b"));
        assertEquals(document(Map.of("a", List.of("1", "2", "3"))), decode("", "a=1&a=2&a=3"));
    }

    @Test
    void hostile_form_encoding_is_taken_as_it_is_or_refused() {
        var deep = "a" + "[b]".repeat(9);
        assertEquals(document(Map.of(deep, "1")), decode("", deep + "=1"));
        assertEquals(document(Map.of("a", "1", "a[b]", "2")), decode("", "a=1&a[b]=2"));
        assertEquals(document(Map.of("a", "100%", "b", "%zz", "c]", "1", "[d", "2")), decode("", "a=100%&b=%zz&c]=1&[d=2"));
        assertEquals(new Unreadable("more than 500 parameters"), decode("", "a=1&".repeat(501)));
        assertEquals(new Unreadable("the text is not UTF-8"), decode("", "a=%ff"));
    }

    @Test
    void multipart_keeps_texts_and_notes_files() {
        var body = """
                --b1\r
                Content-Disposition: form-data; name="姓名"\r
                \r
                李雷\r
                --b1\r
                Content-Disposition: form-data; name="empty"\r
                \r
                \r
                --b1\r
                Content-Disposition: form-data; name="cv"; filename="简历.pdf"\r
                Content-Type: application/pdf\r
                \r
                %PDF-1.7\r
                --b1--\r
                """;

        assertEquals(document(Map.of("姓名", "李雷", "empty", "", "cv", Map.of("file", "简历.pdf", "type", "application/pdf", "bytes", 8L))),
                decode("multipart/form-data; boundary=b1", body));
        assertEquals(decode("multipart/form-data; boundary=b1", body), decode("multipart/form-data; boundary=\"b1\"", body.replace("\r", "")));
        assertEquals(decode("multipart/form-data; boundary=b1", body), decode("", body), "the first line tells the boundary");
    }

    @Test
    void broken_multipart_has_its_reasons() {
        assertEquals(new Unreadable("the multipart boundary does not occur"), decode("multipart/form-data; boundary=zz", "--b1\r\n"));
        assertEquals(new Unreadable("no multipart boundary"), decode("multipart/form-data", "hello"));
        assertEquals(new Unreadable("no multipart boundary"), decode("multipart/form-data; boundary=" + "b".repeat(71), "--b"));
        assertEquals(new Unreadable("the multipart body is cut off"),
                decode("multipart/form-data; boundary=b1", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"));
        assertEquals(new Unreadable("more than 300 parts"),
                decode("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(301) + "--b--"));
    }

    @Test
    void a_document_within_the_document_is_opened_step_by_step() {
        var form = SampleForms.of("""
                id: x
                verification: {scheme: secret}
                body: {unwrap: [{from: a.b, as: [base64, url, form], into: c}, {from: d, as: json, optional: true}]}
                """);
        var inner = java.util.Base64.getEncoder().encodeToString("k%3D1%26l%3D2".getBytes(StandardCharsets.UTF_8));
        var decoded = (Document) Decoder.decode(form.body(), "", ("{\"a\":{\"b\":\"" + inner + "\"},\"d\":\"no json\"}").getBytes(StandardCharsets.UTF_8));

        assertEquals(Map.of("k", "1", "l", "2"), ((Map<?, ?>) decoded.content()).get("c"));
        assertEquals("no json", ((Map<?, ?>) decoded.content()).get("d"));
        assertEquals(new Unreadable("c: not base 64"), Decoder.decode(form.body(), "", "{\"a\":{\"b\":\"!\"}}".getBytes(StandardCharsets.UTF_8)));
    }
}
