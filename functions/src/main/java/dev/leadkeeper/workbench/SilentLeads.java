package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Csv;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Mask;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.DeadlineRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code GET /silent}: customers, owned, in a pool or waiting for an owner, of whom nothing was recorded for {@code dormancy.silentDays} (DL3),
 * each page grouped by industry, amount and source; as JSON, or as a table for {@code Accept: text/csv} or {@code format=csv}. That a lead went
 * from hand to hand is no record. Reads who holds the leads; a page is a bounded number of reads and may be short and still have a next one.
 */
final class SilentLeads {
    private static final String LIST = "silent";
    /** Leads of a table's page: what is read, written and carried well within the ten seconds of the function. */
    private static final int ROWS = 1000;
    private static final int READS = 200;
    /** As many facts as are read at once. */
    private static final int AT_ONCE = 100;
    /** Lower ends of the amounts, in yuan: where the sample's scorecard and sizes draw their lines. */
    private static final List<Long> AMOUNTS = List.of(0L, 30_000L, 100_000L, 500_000L);
    private static final String UNKNOWN = "";

    private final Leads leads;
    private final Details details;
    private final StaffBook book;
    private final Supplier<List<String>> pools;
    private final DeadlineRules rules;
    private final Clock clock;

    SilentLeads(Leads leads, Details details, StaffBook book, Supplier<List<String>> pools, DeadlineRules rules, Clock clock) {
        this.leads = leads;
        this.details = details;
        this.book = book;
        this.pools = pools;
        this.rules = rules;
        this.clock = clock;
    }

    /** A silent lead. @param amount the lower end, {@code null} if no budget is known; words are masked already where they must be */
    private record Silent(Lead lead, String industry, Long amount, String source, Facts facts, Instant since) {}

    private static final Comparator<Silent> BY_GROUP = Comparator.comparing(Silent::industry).thenComparing(Silent::amount, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Silent::source).thenComparing(Silent::since).thenComparing(each -> each.lead().id());

    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("cursor", "limit", "format"), flaws);
        var format = ask.parameter("format");
        if (format.isPresent() && !Set.of("csv", "json").contains(format.get())) {
            flaws.add(new Flaw("query.format", "csv or json"));
        }
        var from = Paging.of(ask, LIST, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var table = format.map("csv"::equals).orElseGet(() -> ask.header("accept").filter(accepted -> accepted.startsWith("text/csv")).isPresent());
        try {
            return page(who, access, from, table);
        } catch (IllegalArgumentException notOfTheStore) {
            if (from.after() == null) {
                throw notOfTheStore;
            }
            return new Answer.Wrong(List.of(Paging.unknown()));
        }
    }

    private Answer page(Person who, Access access, Paging from, boolean table) {
        var now = clock.now();
        var before = now.minus(rules.live().dormancy().silent());
        var created = WatchCodec.dueAt(before.plusMillis(1));
        var holders = holders(who, access);
        var found = new ArrayList<Lead>();
        var source = from.source();
        var after = from.after();
        var most = table ? ROWS : from.limit();
        for (int reads = 0; source < holders.size() && reads < READS && found.size() < most; reads++) {
            var holder = holders.get(source);
            var page = holder.byAge() ? leads.createdBefore(holder.key(), created, most - found.size(), after) : leads.held(holder.key(), false, most - found.size(), after);
            page.leads().stream().filter(lead -> !since(lead).isAfter(before)).forEach(found::add);
            after = page.next();
            source += after == null ? 1 : 0;
        }
        var silent = silent(found, access.masked());
        var next = source < holders.size() ? Paging.cursor(LIST, source, after) : null;
        return table ? new Answer.Table("silent.csv", csv(silent, access.masked(), now), next)
                : new Answer.Done(new Sheet().put("groups", groups(silent, access.masked(), now)).put("next", next).done());
    }

    /** Where leads are looked for. @param byAge whether it has them in the order of their age, so that the young ones are not read */
    private record Held(String key, boolean byAge) {}

    private List<Held> holders(Person who, Access access) {
        var reps = book.everybody().staff().stream().filter(one -> access.reachesTeamOf(who, one)).map(one -> new Held(Holder.rep(one.id()), false));
        var unowned = access.reaches(who, null)
                ? Stream.concat(pools.get().stream().map(pool -> new Held(Holder.pool(pool), true)), Stream.of(new Held(Holder.WAITING, false))) : Stream.<Held>of();
        return Stream.concat(reps, unowned).toList();
    }

    /** The last record, or the post if there is none: a record counts once its evidence is there, as everywhere. */
    private static Instant since(Lead lead) {
        return lead.recordedAt() == null ? lead.createdAt() : lead.recordedAt();
    }

    private List<Silent> silent(List<Lead> found, boolean masked) {
        var all = new ArrayList<Silent>();
        for (int at = 0; at < found.size(); at += AT_ONCE) {
            var some = found.subList(at, Math.min(found.size(), at + AT_ONCE));
            var facts = details.facts(some.stream().map(lead -> Details.key(lead.id(), lead.details())).toList());
            for (int i = 0; i < some.size(); i++) {
                var known = facts.get(i).orElse(Facts.NONE);
                all.add(new Silent(some.get(i), word(known.industry(), masked), amount(known.budget()), word(known.sourceChannel(), masked), known, since(some.get(i))));
            }
        }
        all.sort(BY_GROUP);
        return all;
    }

    private static Long amount(Long budget) {
        return budget == null ? null : AMOUNTS.stream().filter(each -> each <= budget).max(Long::compareTo).orElse(0L);
    }

    private static String word(String text, boolean masked) {
        return Optional.ofNullable(masked ? Mask.words(text) : text).orElse(UNKNOWN);
    }

    private static List<Map<String, Object>> groups(List<Silent> silent, boolean masked, Instant now) {
        var groups = new ArrayList<Map<String, Object>>();
        for (int from = 0, to; from < silent.size(); from = to) {
            var first = silent.get(from);
            to = from;
            var items = new ArrayList<Map<String, Object>>();
            while (to < silent.size() && silent.get(to).industry().equals(first.industry()) && Objects.equals(silent.get(to).amount(), first.amount())
                    && silent.get(to).source().equals(first.source())) {
                items.add(item(silent.get(to++), masked, now));
            }
            groups.add(new Sheet().put("industry", first.industry()).put("amountFrom", first.amount()).put("source", first.source()).put("items", items).done());
        }
        return groups;
    }

    private static Map<String, Object> item(Silent each, boolean masked, Instant now) {
        return new Sheet().put("lead", each.lead().id()).put("owner", each.lead().owner()).put("pool", each.lead().pool())
                .put("company", masked ? Mask.words(each.facts().company()) : each.facts().company())
                .put("name", masked ? Mask.contact(each.facts().contact()).name() : each.facts().contact().name())
                .put("budget", each.facts().budget()).put("since", each.since()).put("days", Duration.between(each.since(), now).toDays()).done();
    }

    private static String csv(List<Silent> silent, boolean masked, Instant now) {
        return Csv.of(List.of("行业 industry", "金额起 amount from", "来源 source", "线索 lead", "负责人 owner", "线索池 pool", "公司 company", "联系人 name", "预算 budget",
                "最近记录 since", "天数 days"), silent.stream().map(each -> row(each, item(each, masked, now))).toList());
    }

    private static List<Object> row(Silent each, Map<String, Object> item) {
        var row = new ArrayList<Object>();
        row.add(each.industry());
        row.add(each.amount());
        row.add(each.source());
        row.addAll(item.values());
        return row;
    }
}
