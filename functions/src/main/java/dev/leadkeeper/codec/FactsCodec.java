package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Region;
import java.util.Map;

/** {@link Facts} as a map. */
public final class FactsCodec {
    private FactsCodec() {}

    public static Map<String, Object> toDoc(Facts facts) {
        return Doc.build()
                .put("name", facts.contact().name())
                .put("phone", facts.contact().phone())
                .put("email", facts.contact().email())
                .put("company", facts.company())
                .put("uscc", facts.uscc())
                .put("industry", facts.industry())
                .put("region", facts.region() == null ? null : regionDoc(facts.region()))
                .put("subject", facts.subject())
                .put("budget", facts.budget())
                .put("sourceChannel", facts.sourceChannel())
                .put("needBy", facts.needBy())
                .put("decisionRole", facts.decisionRole())
                .put("note", facts.note())
                .put("unmapped", facts.unmapped().isEmpty() ? null : facts.unmapped())
                .done();
    }

    public static Facts fromDoc(Doc doc) {
        var region = doc.doc("region");
        return new Facts(new Contact(doc.text("name"), doc.text("phone"), doc.text("email")), doc.text("company"),
                doc.text("uscc"), doc.text("industry"), region == null ? null : region(region), doc.text("subject"),
                doc.number("budget"), doc.text("sourceChannel"), doc.text("needBy"), doc.text("decisionRole"),
                doc.text("note"), doc.map("unmapped"));
    }

    private static Map<String, Object> regionDoc(Region region) {
        return Doc.build().put("code", region.code()).put("name", region.name()).putAll("path", region.path()).done();
    }

    private static Region region(Doc doc) {
        return new Region(doc.text("code"), doc.text("name"), doc.texts("path"));
    }
}
