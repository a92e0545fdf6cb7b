package dev.leadkeeper.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody recorded of a lead: a call, a visit, a proposal sent. Personal data: lives in the erasable table of
 * activities; the timeline gets codes, figures and salted hashes of it. Components may be {@code null} where it says so.
 *
 * @param lead        the lead's id
 * @param id          {@link #id}
 * @param ver         counts the changes of the stored item, from 1
 * @param staff       staff id of who recorded it
 * @param at          when it was recorded
 * @param happenedAt  when it happened, as the person says
 * @param type        the rulebook's word for this kind of activity
 * @param said        what was said and agreed
 * @param result      the rulebook's word for the result, or {@code null}
 * @param tags        the rulebook's words for what happened in the process
 * @param people      who took part
 * @param fields      what else the type asks for, such as {@code trackingNumber}
 * @param files       the declared evidence by file id, in the order of declaration
 * @param seenFrom    the lead's revision on which the person wrote, or {@code null} if they did not say
 * @param revision    the lead's revision that came of it; what lies between {@code seenFrom} and it the person did not know
 * @param body        SHA-256 of the request in hexadecimal, which tells a repeat from another under the same id
 * @param salt        random, for hashes on the timeline
 * @param credibility how far it can be believed, explained; empty until computed
 * @param review      what the supervisor decided; empty unless they did
 */
public record Activity(String lead, String id, long ver, String staff, Instant at, Instant happenedAt, String type,
                       Said said, String result, Set<String> tags, List<Participant> people, Map<String, String> fields,
                       Map<String, EvidenceFile> files, Long seenFrom, long revision, String body, String salt,
                       Map<String, Object> credibility, Map<String, Object> review) {
    /** The type of a one-tap check-in, which every rulebook knows. */
    public static final String CHECK_IN = "check-in";

    /** The {@code verdict} of a {@link #review} after which it counts nowhere. */
    public static final String REJECTED = "rejected";

    public Activity {
        tags = Set.copyOf(tags);
        people = List.copyOf(people);
        fields = Map.copyOf(fields);
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
        credibility = Map.copyOf(credibility);
        review = Map.copyOf(review);
    }

    /**
     * What was said and agreed, sensitive words masked; each may be {@code null}.
     *
     * @param solved    which problem was solved (本次解决什么问题)
     * @param nextStep  the customer's next step (客户明确下一步动作)
     * @param promise   what we promised (我方承诺)
     * @param promiseBy the day by which we promised it
     * @param text      a chat, or speech as text
     */
    public record Said(String solved, String nextStep, String promise, LocalDate promiseBy, String text) {
        public static final Said NOTHING = new Said(null, null, null, null, null);
    }

    /** Somebody who took part; {@code role} is their part in the decision, such as {@code decides}, or {@code null}. */
    public record Participant(String name, String role) {}

    /** The id under which a person's request with this key is recorded, however often it is sent. */
    public static String id(String lead, String staff, String key) {
        return LeadId.base32(LeadId.sha256(lead + "\0" + staff + "\0" + key));
    }

    /** A declared file, if there is one of this id. */
    public Optional<EvidenceFile> file(String file) {
        return Optional.ofNullable(files.get(file));
    }

    /** Whether it counts anywhere: a supervisor who rejected it took it out of everything. */
    public boolean counts() {
        return !REJECTED.equals(review.get("verdict"));
    }

    /** A hash of something of this activity for the timeline, that says nothing once the salt is erased. */
    public String salted(String content) {
        return java.util.HexFormat.of().formatHex(LeadId.sha256(salt + content), 0, 16);
    }

    /** The same with this file as it is now, or beside the others. */
    public Activity with(EvidenceFile file) {
        var all = new LinkedHashMap<>(files);
        all.put(file.id(), file);
        return new Activity(lead, id, ver, staff, at, happenedAt, type, said, result, tags, people, fields, all, seenFrom,
                revision, body, salt, credibility, review);
    }

    /** The same, believed so far for these reasons. */
    public Activity believed(Map<String, Object> now) {
        return new Activity(lead, id, ver, staff, at, happenedAt, type, said, result, tags, people, fields, files, seenFrom,
                revision, body, salt, now, review);
    }

    /** The same, reviewed so. */
    public Activity reviewed(Map<String, Object> now) {
        return new Activity(lead, id, ver, staff, at, happenedAt, type, said, result, tags, people, fields, files, seenFrom,
                revision, body, salt, credibility, now);
    }

    /** The same as recorded under this revision of its lead. */
    public Activity under(long leadRevision) {
        return new Activity(lead, id, ver, staff, at, happenedAt, type, said, result, tags, people, fields, files,
                seenFrom, leadRevision, body, salt, credibility, review);
    }

    /** The same as its {@code ver}-th version. */
    public Activity asVersion(long number) {
        return new Activity(lead, id, number, staff, at, happenedAt, type, said, result, tags, people, fields, files,
                seenFrom, revision, body, salt, credibility, review);
    }
}
