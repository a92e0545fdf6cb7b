package dev.leadkeeper.infra.seed;

import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.infra.seed.Row.Sign;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Documents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares an organisation with what is stored. Counters of staff, old rulebooks and the breaker are never touched. */
public final class Planner {
    private final Store store;
    private final Documents documents;
    private final StaffBook book;
    private final boolean prune;

    /** @param prune whether forms that are not in the folder go, and people who are not in it count as having left */
    public Planner(Store store, boolean prune) {
        this.store = store;
        this.documents = new Documents(store);
        this.book = new StaffBook(store);
        this.prune = prune;
    }

    /** @throws OrganisationInvalid if the rulebook's version is stored with another content */
    public Plan plan(Organisation organisation) {
        var rows = new ArrayList<Row>();
        rows.addAll(rulebook(organisation.rulebook()));
        rows.add(document("organisation", "channels", organisation.channels()));
        if (!organisation.calendar().isEmpty()) {
            rows.add(document("organisation", "calendar", organisation.calendar()));
        }
        organisation.forms().forEach((id, form) -> rows.add(document("form", id, form)));
        rows.addAll(surplusForms(organisation));
        rows.addAll(staff(organisation.staff()));
        return new Plan(rows);
    }

    /** The rulebook first, then the pointer to it, so that the pointer never points to nothing. */
    private List<Row> rulebook(Map<String, Object> rulebook) {
        var version = String.valueOf(rulebook.get("version"));
        var row = document("rulebook", version, rulebook);
        if (row.sign() == Sign.CHANGE) {
            throw new OrganisationInvalid(List.of("rulebook.yaml: version: " + version + " is stored with another content (" + row.words()
                    + "); leads name the version they were decided under, so give the changed rulebook a new one"));
        }
        return List.of(row, document("live", "rulebook", Map.of("version", version)));
    }

    private Row document(String kind, String id, Map<String, Object> wanted) {
        var plain = plain(wanted);
        var found = documents.find(kind, id);
        if (found.isEmpty()) {
            return new Row(Sign.ADD, kind, id, "", () -> save(kind, id, 0, plain));
        }
        var changes = Changes.between(plain(found.get().doc()), plain);
        return changes.isEmpty() ? Row.same(kind, id)
                : new Row(Sign.CHANGE, kind, id, Changes.words(changes), () -> save(kind, id, found.get().version(), plain));
    }

    private void save(String kind, String id, long seen, Map<String, Object> doc) {
        documents.save(kind, id, seen, doc).orElseThrow(() -> new IllegalStateException(
                kind + " " + id + " was changed by somebody else meanwhile; run it again and look at the difference"));
    }

    /** As it comes back from the store, so that two spellings of a number are no difference. */
    private static Map<String, Object> plain(Map<String, Object> doc) {
        return Json.readOwn(Json.write(doc));
    }

    private List<Row> surplusForms(Organisation organisation) {
        var rows = new ArrayList<Row>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.SETTINGS, "form", null, false, 1000, after));
            page.items().stream().map(item -> String.valueOf(item.get("id"))).filter(id -> !organisation.forms().containsKey(id))
                    .map(id -> prune ? new Row(Sign.REMOVE, "form", id, "its posts will get 404", () -> remove(id))
                            : new Row(Sign.KEEP, "form", id, "", () -> { }))
                    .forEach(rows::add);
            after = page.next();
        } while (after != null);
        return rows;
    }

    private void remove(String form) {
        store.write(new Write.Delete(Key.of(Table.SETTINGS, "form", form), Condition.NONE));
    }

    private List<Row> staff(List<Staff> wanted) {
        var rows = new ArrayList<Row>();
        var stored = new LinkedHashMap<String, Staff>();
        book.everybody().staff().forEach(person -> stored.put(person.id(), person));
        wanted.forEach(person -> rows.add(person(person, Optional.ofNullable(stored.get(person.id())))));
        var surplus = new HashSet<>(stored.keySet());
        wanted.forEach(person -> surplus.remove(person.id()));
        surplus.stream().sorted().map(stored::get).filter(person -> person.status() != Staff.Status.LEFT).map(this::surplus).forEach(rows::add);
        return rows;
    }

    private Row person(Staff wanted, Optional<Staff> stored) {
        if (stored.isEmpty()) {
            return new Row(Sign.ADD, "staff", wanted.id(), wanted.name(), () -> book.save(wanted));
        }
        var changes = Changes.between(configured(stored.get()), configured(wanted));
        return changes.isEmpty() ? Row.same("staff", wanted.id())
                : new Row(Sign.CHANGE, "staff", wanted.id(), Changes.words(changes), () -> book.save(wanted));
    }

    private static Map<String, Object> configured(Staff person) {
        var doc = new LinkedHashMap<>(StaffCodec.profile(person));
        doc.put("figures", StaffCodec.figuresDoc(person).get("figures"));
        return plain(doc);
    }

    /** People are never removed: leads and histories name them. */
    private Row surplus(Staff person) {
        if (!prune) {
            return new Row(Sign.KEEP, "staff", person.id(), person.name(), () -> { });
        }
        var left = new Staff(person.id(), person.name(), person.role(), person.groups(), Staff.Status.LEFT, false, person.skills(),
                person.industries(), person.regions(), person.sizes(), person.weight(), person.cap(), person.dayCap(), person.backlogCap(),
                person.hours(), person.leaves(), person.figures(), person.channels(), person.preferences(), person.ledger());
        return new Row(Sign.CHANGE, "staff", person.id(), "status: has left, gets no more leads", () -> book.save(left));
    }
}
