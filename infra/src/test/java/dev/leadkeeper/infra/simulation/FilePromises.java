package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Quarantine.Seen;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of files at every instant: told of every change of an activity, every upload, and all that is kept. */
final class FilePromises {
    /** As in the usual rulebook, less what two clocks may be off. */
    private static final Duration AWAITED = Duration.ofHours(24).minusSeconds(10);

    private final Store truth;
    private final InMemoryVault vault;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, EvidenceFile> files = new HashMap<>();
    private final Map<String, byte[]> uploaded = new HashMap<>();
    private final Map<String, Integer> uploads = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> answered = new TreeSet<>();

    FilePromises(Store truth, InMemoryVault vault) {
        this.truth = truth;
        this.vault = vault;
    }

    /** Somebody was told that their activity stands. */
    void answered(String lead, String activity) {
        answered.add(lead + "/" + activity);
    }

    /** Activities that somebody knows to stand, each as lead/activity. */
    Set<String> answered() {
        return answered;
    }

    /** Something lies in the quarantine now. */
    void uploaded(Seen seen, byte[] content) {
        uploaded.put(name(seen.key(), mark(seen)), content);
        uploads.merge(seen.key(), 1, Integer::sum);
        var file = files.get(seen.key());
        if (Papers.isValid(content, file.type(), file.sha256())) {
            found.add(file.sha256());
        }
    }

    /** How often somebody uploaded something under this name. */
    int uploads(String key) {
        return uploads.getOrDefault(key, 0);
    }

    /** The file that lies under this name in the quarantine, as it is declared. */
    EvidenceFile file(String key) {
        return files.get(key);
    }

    /** Something is kept for good. */
    void kept(String sha256) {
        require(found.contains(sha256), "the vault keeps what nobody uploaded where it could be found valid: " + sha256);
    }

    /** Looks at what was written. */
    void changed(List<Key> keys) {
        for (var key : keys) {
            if (key.table() == Table.ACTIVITIES) {
                var activity = ActivityCodec.fromDoc(Doc.of(truth.get(key).orElseThrow(() -> new Violation("activity " + key + " is gone"))));
                changed(activities.put(key.hash() + "/" + key.sort(), activity), activity);
            }
        }
    }

    private void changed(Activity before, Activity now) {
        for (var file : now.files().values()) {
            files.put(file.key(), file);
            changed(before == null ? null : before.files().get(file.id()), file);
        }
        require(before == null || now.files().keySet().containsAll(before.files().keySet()), "a file of activity " + now.id() + " is gone");
    }

    private void changed(EvidenceFile before, EvidenceFile now) {
        if (before == null) {
            require(now.state() == State.AWAITED, now.key() + " begins as " + now.state());
        } else if (before.state().isFinal()) {
            require(now.equals(before), now.key() + " had its verdict " + before.state() + " and now is " + now.state() + " of " + now.mark());
        } else {
            moved(before, now);
        }
    }

    private void moved(EvidenceFile before, EvidenceFile now) {
        switch (now.state()) {
            case AWAITED -> require(before.state() == State.AWAITED, now.key() + " is awaited again");
            case CHECKING -> require(uploaded.containsKey(name(now.key(), now.mark())), now.key() + " is checked as " + now.mark() + ", which nobody uploaded");
            case VALID, REJECTED -> {
                require(before.state() == State.CHECKING, now.key() + " went from " + before.state() + " to " + now.state());
                var content = uploaded.get(name(now.key(), now.mark()));
                var valid = content != null && Papers.isValid(content, now.type(), now.sha256());
                require(valid == (now.state() == State.VALID), "what was uploaded as " + now.mark() + " for " + now.key() + " is "
                        + (valid ? "valid" : "not valid") + " and was found " + now.state());
                require(!valid || vault.has(now.sha256()) && ("sha256/" + now.sha256()).equals(now.found().vault()),
                        now.key() + " is said to be kept and is not: " + now.found().vault());
            }
            case EXPIRED -> {
                require(before.state() == State.AWAITED, now.key() + " expired though it was " + before.state());
                require(!now.at().isBefore(now.since().plus(AWAITED)), now.key() + " was declared at " + now.since() + " and expired at " + now.at());
            }
        }
    }

    private static String name(String key, String mark) {
        return key + " as " + mark;
    }

    /** As the product tells one object from another. */
    private static String mark(Seen seen) {
        return seen.version() != null ? seen.version() : seen.etag().replace("\"", "");
    }
}
