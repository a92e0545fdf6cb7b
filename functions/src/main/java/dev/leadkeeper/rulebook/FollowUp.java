package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;

/**
 * What reps record, what proves it, and what each stage takes: the section {@code followUp} of a rulebook. Read apart
 * from the rest, since only those who follow up need it.
 *
 * @param results     of which the first record of a lead must name one
 * @param tags        what happens in a process
 * @param activities  what can be recorded
 * @param stages      in order; an opportunity begins in the first
 * @param toWin       activities whose evidence must be valid for an opportunity to be won
 * @param lossReasons of which a lost one must name one
 * @param advice      when a rep is advised to change course
 * @param sensitive   words that never stand in a record
 * @param uploads     bounds of files
 * @param credibility how far a record can be believed, and who looks at it then
 */
public record FollowUp(List<Result> results, List<Tag> tags, List<Type> activities, List<Stage> stages, List<String> toWin,
                       List<Choice> lossReasons, Advice advice, List<Word> sensitive, Uploads uploads, CredibilityRules credibility) {

    /** Something to choose by its id. */
    public record Choice(String id, Sentence name) {}

    /** What became of a contact, and what it counts as for {@link Advice}. */
    public record Result(String id, Sentence name, Counts counts) {}

    /** What a result tells about the customer's mind. */
    public enum Counts { NOTHING, REJECTION, POSTPONEMENT }

    /** @param words that tell it in a text, @param except phrases that hold such a word and mean something else */
    public record Tag(String id, Sentence name, List<Word> words, List<Word> except) {
        boolean isIn(String folded) {
            var text = folded;
            for (var phrase : except) {
                text = text.replace(phrase.folded(), "\n"); // no word holds a line break, so nothing new is formed
            }
            return words.stream().map(Word::folded).anyMatch(text::contains);
        }
    }

    /**
     * A kind of activity.
     *
     * @param says         whether it must say what was solved, the customer's next step and our promise
     * @param fields       what else must be filled in
     * @param needs        evidence, each of which must be there
     * @param notOlderThan the activity before whose valid evidence a file proves nothing, or {@code null}
     */
    public record Type(String id, Sentence name, boolean says, List<Choice> fields, List<Need> needs, String notOlderThan) {
        /** The needs that nothing valid meets yet. */
        public List<Need> unmet(Activity activity) {
            return needs.stream().filter(need -> !need.isMetBy(activity)).toList();
        }
    }

    /** A piece of evidence: one valid file of any of these kinds, or {@link #WORDS}. */
    public record Need(List<String> anyOf, Sentence name) {
        /** The record's own text from chat or speech does. */
        public static final String WORDS = "words";
        /** What a file can be found to be, and {@link #WORDS}. */
        public static final List<String> KINDS = List.of("pdf", "presentation", "document", "spreadsheet", "image", "audio",
                "text", "mail", WORDS);

        /** Whether something valid meets it. */
        public boolean isMetBy(Activity activity) {
            return anyOf.contains(WORDS) && activity.said().text() != null
                    || activity.files().values().stream().anyMatch(file -> file.counts() && anyOf.contains(file.found().kind()));
        }
    }

    /** @param requires activities whose evidence must be valid before an opportunity moves there */
    public record Stage(String id, Sentence name, List<String> requires) {}

    /** Red light after so many. */
    public record Advice(int rejections, int postponements) {}

    /**
     * @param maxBytes    most bytes of one file
     * @param minutes     that a link to upload is good for
     * @param expireHours until a declared file that never came has expired
     * @param mostFiles   of one activity
     */
    public record Uploads(long maxBytes, int minutes, int expireHours, int mostFiles) {}

    /**
     * Reads the section.
     *
     * @param section the value of {@code followUp}: maps, lists, texts, numbers and booleans
     * @throws RulebookInvalid with every mistake
     */
    public static FollowUp parse(Object section) {
        return FollowUpParser.parse(section);
    }

    /** The kind of activity by its id. */
    public Optional<Type> activity(String id) {
        return activities.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The result by its id. */
    public Optional<Result> result(String id) {
        return results.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The place of a stage, from 0; −1 for none of this rulebook. */
    public int place(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(stage)) {
                return i;
            }
        }
        return -1;
    }

    /** The tags that these texts tell. */
    public Set<String> tagsIn(List<String> texts) {
        var found = new TreeSet<String>();
        for (var text : texts) {
            var folded = Word.fold(text);
            tags.stream().filter(tag -> tag.isIn(folded)).forEach(tag -> found.add(tag.id()));
        }
        return found;
    }

    /** Whether an activity stands with everything that its type needs, and no supervisor has rejected it. */
    public boolean isProved(Activity activity) {
        return activity.counts() && activity(activity.type()).map(type -> type.unmet(activity).isEmpty()).orElse(false);
    }

    /** The earliest valid evidence that a requirement gives, to compare files of other activities with. */
    public Optional<EvidenceFile> firstEvidence(List<Activity> activities, String type) {
        return activities.stream().filter(each -> each.type().equals(type) && each.counts())
                .flatMap(each -> each.files().values().stream()).filter(EvidenceFile::counts)
                .min(java.util.Comparator.comparing(EvidenceFile::at));
    }
}
