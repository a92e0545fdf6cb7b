package dev.leadkeeper.workbench;

import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.people.StaffSheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.Set;

/**
 * {@code GET /staff}: everybody, in the order of their ids, on one page (a book of 5,000 is read in some 2 MB). Whoever
 * sees only their own gets their own entry in full and of colleagues id, name, role and groups.
 */
final class StaffList {
    private final StaffBook book;

    StaffList(StaffBook book) {
        this.book = book;
    }

    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of(), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var items = book.everybody().staff().stream()
                .map(one -> access.reaches(who, one.id()) ? StaffSheet.full(one, access.masked()) : StaffSheet.colleague(one))
                .toList();
        return new Answer.Done(new Sheet().put("items", items).put("next", null).done());
    }
}
