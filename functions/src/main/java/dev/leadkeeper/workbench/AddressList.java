package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.notice.AddressProblems;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.Map;

/** {@code GET /notices/addresses}: what the daily check found and nobody has mended yet. */
final class AddressList {
    private final AddressProblems problems;

    AddressList(Store store) {
        this.problems = new AddressProblems(store);
    }

    Answer answer(Person who, Access access, Ask ask) {
        return Pages.answer(ask, "address problems", "items", from -> {
            var page = problems.page(from.limit(), from.after());
            return new Pages.Slice(page.problems().stream().map(AddressList::sheet).toList(), page.next());
        });
    }

    private static Map<String, Object> sheet(AddressProblems.Found found) {
        var problem = found.problem();
        return new Sheet()
                .put("staff", problem.staff())
                .put("channel", problem.channel())
                .put("reason", problem.reason())
                .put("text", SentenceCodec.toDoc(problem.text()))
                .put("since", found.since())
                .done();
    }
}
