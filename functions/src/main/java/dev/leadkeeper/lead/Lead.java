package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is stored of a lead itself: state, owner and what moves it on. Facts and texts are in the details, history is in
 * the timeline. Components may be {@code null} where it says so.
 *
 * @param id           {@link LeadId#of}
 * @param ver          number of the last event on the timeline; every change of the lead conditions on it
 * @param head         hash of that event
 * @param state        where it stands
 * @param form         the form it came from
 * @param details      which part of the details holds the facts that apply
 * @param seen         a keyed hash of each body that was delivered for this lead, and of what tells each replay
 * @param order        the latest {@link Submission#order()} that was applied
 * @param createdAt    receipt of the first post
 * @param priority     orders queues
 * @param score        total points, {@code null} before scoring (attention, test)
 * @param tier         the score's tier, {@code null} as well
 * @param rulebook     version under which it was last scored or decided, {@code null} before
 * @param customer     master customer's id, {@code null} if there is no strong key
 * @param owner        staff id, {@code null} unless assigned
 * @param pool         pool or list name where no person owns it, {@code null} otherwise
 * @param reason       why it waits or needs attention, or is a test; {@code null} otherwise
 * @param assignedAt   when the present owner got it, {@code null} unless assigned
 * @param contactedAt  when the present owner first followed it up, {@code null} if not yet; while not, it counts in the
 *                     owner's {@code open}
 * @param stage        the rulebook's id of the stage that the opportunity is in, {@code null} before the first contact
 * @param outcome      {@link #WON} or {@link #LOST}, {@code null} while it is open; with one it counts in nobody's {@code owned}
 * @param revision     moves by one with each change of what is known of the lead, from 1; receipts and verdicts move
 *                     {@code ver} alone, so that people do not write past each other because a notice was delivered
 * @param watch        the clocks that run on it
 * @param trace        follows the lead through every log line
 */
public record Lead(String id, long ver, String head, LeadState state, String form, String details, Set<String> seen,
                   Instant order, Instant createdAt, Priority priority, Integer score, String tier, String rulebook,
                   String customer, String owner, String pool, String reason, Instant assignedAt, Instant contactedAt,
                   String stage, String outcome, long revision, Watch watch, String trace) {
    /** The customer bought. */
    public static final String WON = "won";
    /** The customer will not buy. */
    public static final String LOST = "lost";

    public Lead {
        seen = Set.copyOf(seen);
    }

    /** Whether the present owner has followed it up. */
    public boolean contacted() {
        return contactedAt != null;
    }

    /** The last contact or real activity, whoever owned it then; {@code null} if nothing was ever recorded. */
    public Instant recordedAt() {
        return recorded(contactedAt, watch);
    }

    private static Instant recorded(Instant contactedAt, Watch watch) {
        return Stream.of(contactedAt, watch.actedAt(), watch.earlier()).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    /** Starts a change of this lead: whatever is not said stays as it is. */
    public Draft but() {
        return new Draft(this);
    }

    /** A lead under change. Nothing is stored by it; the ledger does that. */
    public static final class Draft {
        private final Lead from;
        private long ver;
        private String head;
        private LeadState state;
        private String details;
        private Set<String> seen;
        private Instant order;
        private Priority priority;
        private Integer score;
        private String tier;
        private String rulebook;
        private String customer;
        private String owner;
        private String pool;
        private String reason;
        private Instant assignedAt;
        private Instant contactedAt;
        private String stage;
        private String outcome;
        private long revision;
        private Watch watch;

        private Draft(Lead from) {
            this.from = from;
            ver = from.ver;
            head = from.head;
            state = from.state;
            details = from.details;
            seen = from.seen;
            order = from.order;
            priority = from.priority;
            score = from.score;
            tier = from.tier;
            rulebook = from.rulebook;
            customer = from.customer;
            owner = from.owner;
            pool = from.pool;
            reason = from.reason;
            assignedAt = from.assignedAt;
            contactedAt = from.contactedAt;
            stage = from.stage;
            outcome = from.outcome;
            revision = from.revision;
            watch = from.watch;
        }

        /** After this event, which says what changed. */
        public Draft after(TimelineEvent event) {
            revision = from.revision + 1;
            return followedBy(event);
        }

        /** After this event, which says what fell due and changes nothing of what is known. */
        public Draft followedBy(TimelineEvent event) {
            ver = event.seq();
            head = event.hash();
            return this;
        }

        /** Owned by this person from now on, not yet contacted, its clocks running by the calendar of this team. */
        public Draft ownedBy(String staff, Instant at, String team) {
            watch = watch.begun(team, at, stage != null, recorded(contactedAt, watch));
            state = LeadState.ASSIGNED;
            owner = staff;
            assignedAt = at;
            contactedAt = null;
            pool = null;
            reason = null;
            return this;
        }

        /** Owned by nobody, for a reason that may be {@code null}, in a pool or list that may be {@code null}. */
        public Draft unowned(LeadState now, String inPool, String because) {
            watch = watch.unowned(recorded(contactedAt, watch));
            state = now;
            owner = null;
            assignedAt = null;
            contactedAt = null;
            pool = inPool;
            reason = because;
            return this;
        }

        /** Its owner has it no more, and it is remembered that they had it. */
        public Draft leftBy(String staff, Instant at) {
            watch = watch.leftBy(staff, at);
            return this;
        }

        /** Taken back for want of action once more. */
        public Draft nextRound() {
            watch = watch.nextRound();
            return this;
        }

        /** Followed up by its owner, first at this moment; the opportunity begins in this stage unless it has one. */
        public Draft contacted(Instant at, String firstStage) {
            contactedAt = at;
            watch = watch.contacted(at, stage == null);
            stage = stage == null ? firstStage : stage;
            return this;
        }

        /** Its owner has really done something, last at this moment. */
        public Draft acted(Instant at) {
            watch = watch.acted(at);
            return this;
        }

        /** Its owner may wait until then. */
        public Draft kept(Instant until) {
            watch = watch.kept(until);
            return this;
        }

        /** In this stage since that moment. */
        public Draft in(String now, Instant at) {
            stage = now;
            watch = watch.staged(at);
            return this;
        }

        /** Ended so; nothing falls due any more. */
        public Draft ended(String how) {
            outcome = how;
            watch = watch.with(Map.of());
            return this;
        }

        /** With exactly these timers. */
        public Draft due(Map<Timer, Instant> timers) {
            watch = watch.with(timers);
            return this;
        }

        /** This timer has fired. */
        public Draft settled(Timer timer) {
            watch = watch.settled(timer);
            return this;
        }

        /** Found to stand still at that moment. */
        public Draft frozen(Instant at) {
            watch = watch.frozen(at);
            return this;
        }

        /** Found dormant at that moment. */
        public Draft dormant(Instant at) {
            watch = watch.dormant(at);
            return this;
        }

        /** Decided under this version. */
        public Draft decidedUnder(String version) {
            rulebook = version;
            return this;
        }

        /** Valued so; each may be {@code null} for a lead that is not scored. */
        public Draft scored(Priority how, Integer points, String inTier, String version) {
            priority = how;
            score = points;
            tier = inTier;
            rulebook = version;
            return this;
        }

        /** What this part of the details says applies, as of this order. */
        public Draft delivered(String part, Instant as, String toCustomer) {
            details = part;
            order = as;
            customer = toCustomer;
            return this;
        }

        /** Has had a delivery with these marks as well. */
        public Draft hasSeen(Set<String> marks) {
            var all = new TreeSet<>(seen);
            all.addAll(marks);
            seen = all;
            return this;
        }

        /** The lead as changed. */
        public Lead done() {
            return new Lead(from.id, ver, head, state, from.form, details, seen, order, from.createdAt, priority, score, tier,
                    rulebook, customer, owner, pool, reason, assignedAt, contactedAt, stage, outcome, revision, watch, from.trace);
        }
    }
}
