package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.LeadId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Files that reps upload: texts, all of one length, so that a form for one takes any other; few, so that some serve twice. */
final class Papers {
    private static final int DIFFERENT = 30;
    private static final int NOBODYS = 900;
    private static final String TEXT = "text/plain";
    private static final String DOCUMENT = "application/pdf";
    private static final Map<String, byte[]> DECLARED = declared();

    private Papers() {}

    private static byte[] text(int n) {
        return "The customer's pains, as they said them: number %03d.".formatted(n).getBytes(StandardCharsets.UTF_8);
    }

    /** What a rep declares: mostly a text, at times one that is said to be a document. */
    static Map<String, Object> any(Dice dice) {
        var content = text(dice.below(DIFFERENT));
        var type = dice.chance(0.1) ? DOCUMENT : TEXT;
        return Map.of("name", type.equals(TEXT) ? "pains.txt" : "proposal.pdf", "type", type, "bytes", (long) content.length, "sha256", sha256(content));
    }

    /** What was declared with this hash. */
    static byte[] content(String sha256) {
        return DECLARED.get(sha256);
    }

    /** As long as any, and never declared. */
    static byte[] other(Dice dice) {
        return text(NOBODYS + dice.below(50));
    }

    /** Whether this content is what was declared. */
    static boolean isValid(byte[] content, String type, String sha256) {
        return type.equals(TEXT) && sha256(content).equals(sha256);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(LeadId.sha256(content));
    }

    private static Map<String, byte[]> declared() {
        var all = new TreeMap<String, byte[]>();
        for (int n = 0; n < DIFFERENT; n++) {
            all.put(sha256(text(n)), text(n));
        }
        return all;
    }
}
