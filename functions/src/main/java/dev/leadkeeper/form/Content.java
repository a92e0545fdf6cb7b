package dev.leadkeeper.form;

import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.LeadId;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The content of a lead's node apart from how it was written down: blanks, the order of names and the notation of numbers. */
final class Content {
    private Content() {}

    /**
     * SHA-256 in hexadecimal. What says nothing ({@code null}, an empty text) is as if it were not there.
     *
     * @param changing dotted paths that do not count
     */
    static String hash(Object node, List<NamePattern> changing) {
        var plain = plain(node, "", changing);
        return HexFormat.of().formatHex(LeadId.sha256(CanonicalJson.write(plain == null ? Map.of() : plain)));
    }

    private static Object plain(Object value, String path, List<NamePattern> changing) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Number number -> number.toString();
            case List<?> list -> list.stream().map(each -> plain(each, path, changing)).filter(Objects::nonNull).toList();
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<String, Object>();
                map.forEach((name, each) -> {
                    var inner = path.isEmpty() ? String.valueOf(name) : path + "." + name;
                    var kept = changing.stream().anyMatch(pattern -> pattern.matches(inner)) ? null : plain(each, inner, changing);
                    if (kept != null) {
                        out.put(String.valueOf(name), kept);
                    }
                });
                yield out;
            }
            default -> value;
        };
    }
}
