package dev.leadkeeper.admin;

import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormInvalid;
import dev.leadkeeper.form.FormReader;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.FormSheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FormBook;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/**
 * {@code PUT /settings/forms/{form}}: a form's definition as a whole, in the shape in which it is read. {@code version}
 * says which one the change was made on, 0 for a new form; without it the change is made on whatever is stored (CU6).
 */
final class SaveForm {
    private final Documents documents;

    SaveForm(Documents documents) {
        this.documents = documents;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var form = ask.variable("form");
        if (!FormSheet.isId(form)) {
            return new Answer.Missing("form");
        }
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("form", "version", "definition"));
        if (body.has("form") && !form.equals(body.raw("form"))) {
            body.wrong("form", "is not the form of the address; leave it out");
        }
        var version = body.number("version", 0, Integer.MAX_VALUE);
        body.needs("definition").object("definition").ifPresent(inner -> {
            if (!form.equals(inner.raw("id"))) {
                inner.wrong("id", "must be " + form);
            }
        });
        if (!(body.raw("definition") instanceof Map<?, ?> definition) || !flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return switch (FormReader.read(definition)) {
            case FormInvalid(var problems) -> new Answer.Wrong(problems.stream().map(SaveForm::flaw).toList());
            case FormDefinition valid -> {
                var seen = version.map(Integer::longValue)
                        .orElseGet(() -> documents.find(FormBook.KIND, form).map(Documents.Document::version).orElse(0L));
                yield save(form, seen, Body.texts(definition));
            }
        };
    }

    private Answer save(String form, long seen, Map<String, Object> definition) {
        var saved = documents.save(FormBook.KIND, form, seen, definition);
        if (saved.isPresent()) {
            return new Answer.Done(FormSheet.of(form, new Documents.Document(saved.get(), definition)));
        }
        var now = documents.find(FormBook.KIND, form).map(Documents.Document::version).orElse(0L);
        return new Answer.Refused("the form was changed by somebody else: it is at version " + now + ", not " + seen,
                Map.of("version", now));
    }

    /** A problem of a definition begins with its place, then a colon. */
    private static Flaw flaw(String problem) {
        var colon = problem.indexOf(": ");
        return colon < 0 ? new Flaw("definition", problem)
                : new Flaw("definition." + problem.substring(0, colon), problem.substring(colon + 2));
    }
}
