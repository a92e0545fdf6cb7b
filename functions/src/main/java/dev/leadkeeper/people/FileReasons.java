package dev.leadkeeper.people;

import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.FileReason;
import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.Map;

/** Why a file does not count, as a rep reads it: what is wrong with it and what to do, in both languages. */
public final class FileReasons {
    private FileReasons() {}

    /** {@code reason}, {@code zh} and {@code en} of each; a word that only an older version knew has no sentences. */
    public static List<Map<String, Object>> of(EvidenceFile file) {
        return file.found().reasons().stream().map(word -> {
            var reason = FileReason.of(word).map(FileReason::sentence);
            return new Sheet().put("reason", word).put("zh", reason.map(Sentence::zh).orElse(null))
                    .put("en", reason.map(Sentence::en).orElse(null)).done();
        }).toList();
    }
}
