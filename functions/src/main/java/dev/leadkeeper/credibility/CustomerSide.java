package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;
import dev.leadkeeper.rulebook.CredibilityRules.Confirmation;
import dev.leadkeeper.rulebook.Word;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Customer-side confirmation (客户侧确认): what the customer did or sent; what confirms adds up, to all points at most. */
final class CustomerSide {
    private CustomerSide() {}

    static Part of(Activity activity, List<Confirmation> all) {
        var holding = all.stream().filter(each -> holds(each, activity)).toList();
        var points = Math.min(CredibilityRules.MOST, holding.stream().mapToInt(Confirmation::points).sum());
        var could = all.stream().filter(each -> !holding.contains(each) && (each.types().isEmpty() || each.types().contains(activity.type()))).toList();
        var zh = holding.isEmpty() ? "没有来自客户侧的确认" : "客户侧确认:" + named(holding, Sentence::zh, "、");
        var en = holding.isEmpty() ? "nothing confirms it from the customer's side" : "confirmed by " + named(holding, Sentence::en, ", ");
        return new Part(Dimension.CUSTOMER, points, points == CredibilityRules.MOST || could.isEmpty() ? new Sentence(zh, en)
                : new Sentence(zh + ";可补充:" + named(could, Sentence::zh, "、"), en + "; what would help: " + named(could, Sentence::en, ", ")));
    }

    private static String named(List<Confirmation> all, Function<Sentence, String> language, String between) {
        return all.stream().map(Confirmation::because).map(language).collect(Collectors.joining(between));
    }

    private static boolean holds(Confirmation rule, Activity activity) {
        return (rule.types().isEmpty() || rule.types().contains(activity.type()))
                && anyOf(rule.files(), valid(activity))
                && anyOf(rule.fields(), activity.fields().entrySet().stream().filter(field -> !field.getValue().isBlank())
                        .map(java.util.Map.Entry::getKey).toList())
                && anyOf(rule.tags(), activity.tags())
                && activity.people().stream().filter(one -> one.name() != null && !one.name().isBlank()).count() >= rule.people()
                && anyOf(rule.roles(), activity.people().stream().map(Activity.Participant::role).filter(Objects::nonNull).toList())
                && said(rule.words(), activity.said());
    }

    private static List<String> valid(Activity activity) {
        return activity.files().values().stream().filter(file -> file.state() == EvidenceFile.State.VALID)
                .map(file -> file.found().kind()).filter(Objects::nonNull).toList();
    }

    /** Whether one of these is there; what names nothing asks nothing. */
    private static boolean anyOf(Collection<String> wanted, Collection<String> there) {
        return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
    }

    private static boolean said(List<Word> words, Activity.Said said) {
        if (words.isEmpty()) {
            return true;
        }
        var text = Word.fold(Stream.of(said.solved(), said.nextStep(), said.text()).filter(Objects::nonNull).collect(Collectors.joining("\n")));
        return words.stream().anyMatch(word -> text.contains(word.folded()));
    }
}
