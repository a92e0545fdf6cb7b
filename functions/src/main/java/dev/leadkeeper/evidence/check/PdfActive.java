package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/**
 * Everything that can be reached from the trailer, searched for actions that run or start something and for files inside.
 * Links, also to the web, forms and their data are as ordinary as paper.
 */
final class PdfActive {
    private static final COSName SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final COSName EMBEDDED = COSName.getPDFName("EF");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private static final COSName STRUCTURE = COSName.getPDFName("StructTreeRoot");
    private static final COSName RENDITION = COSName.getPDFName("Rendition");
    /** Some 300 bytes each in memory. */
    private static final int MOST = 1_000_000;

    private final Budget budget;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<COSBase> open = new ArrayDeque<>();
    private final Map<FileReason, String> found = new EnumMap<>(FileReason.class);

    PdfActive(Budget budget) {
        this.budget = budget;
    }

    Map<FileReason, String> found() {
        return found;
    }

    void search(COSDictionary trailer) {
        add(trailer);
        while (!open.isEmpty()) {
            budget.spend(50);
            switch (open.pop()) {
                case COSDictionary dictionary -> look(dictionary);
                case COSArray array -> array.forEach(this::add);
                // Only these two have parts.
                default -> { }
            }
        }
    }

    private void add(COSBase item) {
        var value = item instanceof COSObject reference ? Guarded.or(null, reference::getObject) : item;
        if ((value instanceof COSDictionary || value instanceof COSArray) && seen.add(value)) {
            if (seen.size() > MOST) {
                throw new Refusal(FileReason.TOO_COMPLEX, "over " + MOST + " objects");
            }
            open.push(value);
        }
    }

    private void look(COSDictionary dictionary) {
        var action = Guarded.or(null, () -> dictionary.getDictionaryObject(COSName.S));
        if (SCRIPT.equals(action) || RENDITION.equals(action) && dictionary.containsKey(COSName.JS)) {
            found.putIfAbsent(FileReason.ACTIVE_CONTENT, "JavaScript");
        } else if (LAUNCH.equals(action)) {
            found.putIfAbsent(FileReason.ACTIVE_CONTENT, "an action that starts a program");
        }
        if (PdfInspection.dictionary(dictionary, EMBEDDED) != null || EMBEDDED_FILE.equals(Guarded.or(null, () -> dictionary.getDictionaryObject(COSName.TYPE)))) {
            found.putIfAbsent(FileReason.EMBEDDED_FILES, "embedded files");
        }
        for (var entry : dictionary.entrySet()) {
            // The structure for screen readers holds no actions, and in large documents most of the objects.
            if (!entry.getKey().equals(STRUCTURE)) {
                add(entry.getValue());
            }
        }
    }
}
