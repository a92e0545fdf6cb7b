package dev.leadkeeper.form;

import static dev.leadkeeper.form.LeadField.EMAIL;
import static dev.leadkeeper.form.LeadField.PHONE;
import static dev.leadkeeper.form.LeadField.REGION;

import dev.leadkeeper.normalise.Emails;
import dev.leadkeeper.normalise.Phones;
import dev.leadkeeper.normalise.Uscc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides which answer is which field. From the surest evidence to the loosest, so that a loose match never takes what
 * a sure one wants: the form's own paths and names, the vendor's types, names that everybody uses, words within
 * longer questions, and, where the form allows it, what a value looks like by itself.
 */
final class Picker {
    /** A whole value that is a mobile number of China, or a number with its country code. */
    private static final Pattern NUMBER = Pattern.compile("1[3-9][0-9]{9}|\\+[0-9][0-9() -]{6,20}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{3,190}");

    private final FormDefinition form;
    private final List<Answer> answers;
    private final Picked picked = Picked.nothing();
    private final List<Failed> failed = new ArrayList<>();

    /** An answer that was surely meant for a field but cannot serve as it. */
    private record Failed(LeadField field, Answer answer) {}

    private Picker(FormDefinition form, List<Answer> answers) {
        this.form = form;
        this.answers = answers;
    }

    static Picked pick(FormDefinition form, Object node, List<Answer> answers) {
        var picker = new Picker(form, answers);
        picker.paths(node);
        picker.answers();
        return picker.picked;
    }

    private void paths(Object node) {
        for (var field : LeadField.values()) {
            for (var path : form.rule(field).from()) {
                var found = path.find(node);
                if (!Texts.empty(found) && !offer(field, found)) {
                    picked.asTyped().putIfAbsent(field, found);
                }
            }
        }
    }

    private void answers() {
        pass(true, (field, free) -> reaches(field) ? named(form.rule(field).names(), free) : List.of());
        // Where questions have numbers for names, a value that is a phone number is one, whatever its number is said to be.
        pass(false, (field, free) -> form.recognised().contains(field) ? those(free, each -> looksLike(field, each)) : List.of());
        pass(true, (field, free) -> named(form.rule(field).names(), free));
        pass(true, (field, free) -> form.types(field).isEmpty() ? List.of() : those(free, each -> form.types(field).contains(each.type())));
        if (form.commonNames()) {
            pass(true, (field, free) -> called(CommonNames.shipped().whole(field), free));
            pass(false, (field, free) -> mentioning(CommonNames.shipped().within(field), free));
        }
        // 联系方式 may ask for either.
        pass(false, (field, free) -> reaches(field) ? those(failed.stream().map(Failed::answer).toList(), free::contains) : List.of());
        for (var each : failed) {
            if (picked.used().add(each.answer())) {
                picked.asTyped().putIfAbsent(each.field(), each.answer().value());
            }
        }
    }

    private void pass(boolean sure, BiFunction<LeadField, List<Answer>, List<Answer>> evidence) {
        var free = free();
        for (var field : LeadField.values()) {
            if (picked.has(field) || free.isEmpty()) {
                continue;
            }
            for (var answer : evidence.apply(field, free)) {
                if (offer(field, field == LeadField.BUDGET ? Money.inUnit(answer.value(), answer.names()) : answer.value())) {
                    picked.used().add(answer);
                    free = free();
                    break;
                }
                if (sure) {
                    failed.add(new Failed(field, answer));
                }
            }
        }
    }

    private List<Answer> free() {
        return answers.stream().filter(each -> !picked.used().contains(each)).toList();
    }

    /** Takes the value if the field is still free and the value can serve. */
    private boolean offer(LeadField field, Object found) {
        if (picked.has(field) || Texts.empty(found)) {
            return picked.has(field);
        }
        var value = form.rule(field).transformed(found);
        if (serves(field, value)) {
            picked.values().put(field, value);
            return true;
        }
        return false;
    }

    private boolean serves(LeadField field, Object value) {
        return switch (field) {
            case PHONE -> Phones.normalise(Compounds.phone(value), form.country()) instanceof Phones.Phone;
            case EMAIL -> Emails.normalise(Texts.of(value)).isPresent();
            case USCC -> Uscc.check(Texts.of(value)) instanceof Uscc.Valid;
            case BUDGET -> Money.yuan(Texts.of(value)).isPresent();
            case NAME, FIRST_NAME, LAST_NAME -> Compounds.name(value) != null;
            case COUNTRY, PROVINCE, CITY, DISTRICT, REGION, ADDRESS -> !Compounds.place(value).isEmpty();
            case COMPANY, INDUSTRY, SOURCE_CHANNEL, DECISION_ROLE, NEED_BY, SUBJECT, NOTE -> Texts.of(value) != null;
        };
    }

    private static boolean reaches(LeadField field) {
        return field == EMAIL || field == PHONE;
    }

    private static List<Answer> named(List<String> names, List<Answer> free) {
        return each(names, free, (name, answer) -> answer.names().contains(name));
    }

    private static List<Answer> called(List<String> plain, List<Answer> free) {
        return each(plain, free, (name, answer) -> answer.plain().contains(name));
    }

    private static List<Answer> mentioning(List<String> words, List<Answer> free) {
        return each(words, free, (word, answer) -> answer.plain().stream().anyMatch(own -> own.contains(word)));
    }

    /** What fits the first word, then what fits the second, and so on. Comes by here for every field several times: hence loops. */
    private static List<Answer> each(List<String> words, List<Answer> free, BiPredicate<String, Answer> fits) {
        var found = new ArrayList<Answer>();
        for (var word : words) {
            for (var answer : free) {
                if (fits.test(word, answer)) {
                    found.add(answer);
                }
            }
        }
        return found;
    }

    private static List<Answer> those(List<Answer> answers, Predicate<Answer> fit) {
        return answers.stream().filter(fit).toList();
    }

    private static boolean looksLike(LeadField field, Answer answer) {
        if (field == REGION) {
            return answer.value() instanceof Map<?, ?> map && map.containsKey("province") && map.containsKey("city");
        }
        var text = Texts.of(answer.value());
        return text != null && (field == PHONE && NUMBER.matcher(text).matches()
                || field == EMAIL && ADDRESS.matcher(text).matches());
    }
}
