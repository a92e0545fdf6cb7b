package dev.leadkeeper.admin.moves;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Moves many leads: {@code dryRun} shows what would become of each lead of a page and keeps it as a plan; the plan, sent back, does
 * exactly that, and refuses by name each lead that is not as it was shown. A request that dies half-way is sent again and
 * finishes the rest. So is one that ran out of time: it says how many are left.
 */
final class ByPlan {
    /** Well within the function's 10 s, of which one lead takes a fraction of a second. */
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final String KEY = "idempotency-key";

    private final Deed deed;
    private final Candidates candidates;
    private final Reach reach;
    private final MovePlans plans;
    private final Rounds rounds;
    private final Clock clock;

    ByPlan(Deed deed, Candidates candidates, Reach reach, MovePlans plans, Rounds rounds, Clock clock) {
        this.deed = deed;
        this.candidates = candidates;
        this.reach = reach;
        this.plans = plans;
        this.rounds = rounds;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        if (body.has("plan")) {
            body.only(Set.of("plan", "dryRun"));
            var plan = body.line("plan", 26);
            if (body.flag("dryRun").orElse(false)) {
                body.wrong("dryRun", "a plan is carried out; to see another one send its filter", "执行计划时不可试运行");
            }
            var key = ask.header(KEY);
            if (key.isPresent() && !key.get().matches("[\\x21-\\x7E]{1,200}")) {
                flaws.add(new Flaw("header." + KEY, "1 to 200 visible ASCII characters", "1 到 200 个可见 ASCII 字符"));
            }
            return flaws.isEmpty() ? carryOut(who, access, plan.orElseThrow(), key.orElse(null)) : new Answer.Wrong(flaws);
        }
        return dryRun(who, access, ask, body, flaws);
    }

    private Answer dryRun(Person who, Access access, Ask ask, Body body, List<Flaw> flaws) {
        Queries.known(ask, Set.of("limit", "cursor"), flaws);
        var fields = new TreeSet<>(deed.fields());
        fields.addAll(Set.of("dryRun", "filter", "reason"));
        body.only(fields);
        if (!body.needs("dryRun").flag("dryRun").orElse(true)) {
            body.wrong("dryRun", "many leads are moved by the plan that a dry run answered", "批量调整须先试运行，再提交其计划");
        }
        var filter = body.needs("filter").object("filter").map(inner -> Filter.read(inner, deed.states()));
        var reason = Words.reason(body, deed.reasons());
        var proposer = deed.proposer(who, access, body);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var question = candidates.question(who, access, deed.what(), filter.orElseThrow());
        var from = Paging.of(ask, question.list(), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        Candidates.Found found;
        try {
            found = candidates.find(question, from);
        } catch (IllegalArgumentException notOfTheStore) {
            if (from.after() == null) {
                throw notOfTheStore;
            }
            return new Answer.Wrong(List.of(Paging.unknown()));
        }
        var moves = new ArrayList<MovePlans.Move>();
        var shown = new ArrayList<Map<String, Object>>();
        var refused = new ArrayList<Map<String, Object>>();
        for (var lead : found.leads()) {
            switch (proposer.propose(lead)) {
                case Deed.Proposed.Moves(var to, var path) -> {
                    moves.add(new MovePlans.Move(lead.id(), lead.revision(), lead.owner(), to));
                    shown.add(shown(moves.getLast(), path));
                }
                case Deed.Proposed.Stays(var refusal) -> refused.add(Words.refusal(lead.id(), refusal).put("current", LeadNow.sheet(lead).done()).done());
            }
        }
        var plan = moves.isEmpty() ? Optional.<MovePlans.Plan>empty() : Optional.of(plans.keep(deed.what(), who.id(), reason.orElseThrow(), moves));
        return new Answer.Done(new Sheet()
                .put("plan", plan.map(MovePlans.Plan::id).orElse(null))
                .put("expiresAt", plan.map(MovePlans.Plan::until).orElse(null))
                .put("moves", shown)
                .put("refused", refused)
                .put("next", found.next())
                .done());
    }

    private static Map<String, Object> shown(MovePlans.Move move, Map<String, Object> path) {
        return new Sheet().put("lead", move.lead()).put("revision", move.revision()).put("from", move.from()).put("to", move.to())
                .put("path", path).done();
    }

    private Answer carryOut(Person who, Access access, String id, String key) {
        var found = plans.find(id).filter(plan -> plan.by().equals(who.id()) && plan.what().equals(deed.what()));
        if (found.isEmpty()) {
            return new Answer.Missing("plan");
        }
        var plan = found.get();
        if (!plan.begun() && !clock.now().isBefore(plan.until())) {
            return new Answer.Refused("the plan has expired; ask for another dry run 计划已过期，请重新试运行", Map.of("expiresAt", plan.until()));
        }
        if (!plans.begin(plan, key)) {
            return new Answer.Refused("the plan was begun under another Idempotency-Key 此计划已以另一幂等键执行", Map.of("plan", id));
        }
        var until = clock.now().plus(TIME);
        var moved = new ArrayList<Map<String, Object>>();
        var refused = new ArrayList<Map<String, Object>>();
        int done = 0;
        for (var move : plan.moves()) {
            if (done > 0 && !clock.now().isBefore(until)) {
                break;
            }
            rounds.until(() -> attempt(who, access, plan, move)).add(moved, refused);
            done++;
        }
        return new Answer.Done(new Sheet().put("plan", id).put("moved", moved).put("refused", refused).put("rest", plan.moves().size() - done).done());
    }

    /** What became of one lead of a plan. */
    private record Became(Map<String, Object> sheet, boolean isMoved) {
        void add(List<Map<String, Object>> moved, List<Map<String, Object>> refused) {
            (isMoved ? moved : refused).add(sheet);
        }
    }

    private Optional<Became> attempt(Person who, Access access, MovePlans.Plan plan, MovePlans.Move move) {
        var found = reach.lead(move.lead());
        if (found.isEmpty()) {
            return Optional.of(new Became(Words.refusal(move.lead(), Refusal.CHANGED).put("current", null).done(), false));
        }
        var lead = found.get();
        if (lead.revision() != move.revision()) {
            return Optional.of(deed.isDone(move, lead, plan.id()) ? moved(move, lead) : refused(lead, Refusal.CHANGED));
        }
        if (!reach.covers(who, access, lead)) {
            return Optional.of(refused(lead, Refusal.OTHER_TEAM));
        }
        return switch (deed.attempt(who, access, move, lead, new Handovers.Said(who.id(), plan.reason(), plan.id()))) {
            case Handing.Handed.Done(var after) -> Optional.of(moved(move, after));
            case Handing.Handed.Not(var refusal) -> Optional.of(refused(lead, refusal));
            case Handing.Handed.Again() -> Optional.empty();
        };
    }

    private static Became moved(MovePlans.Move move, Lead after) {
        return new Became(new Sheet().put("lead", move.lead()).put("revision", after.revision()).put("from", move.from()).put("to", move.to())
                .put("path", null).done(), true);
    }

    private static Became refused(Lead lead, Refusal refusal) {
        return new Became(Words.refusal(lead.id(), refusal).put("current", LeadNow.sheet(lead).done()).done(), false);
    }
}
