package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.rulebook.FollowUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes the forms by which declared files are uploaded. Each is a credential: it goes to whoever asked and is kept nowhere. */
final class Forms {
    private final Supplier<Quarantine> quarantine;
    private final Clock clock;

    Forms(Supplier<Quarantine> quarantine, Clock clock) {
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /** A form for each file that has not come yet. */
    List<Map<String, Object>> of(Activity activity, FollowUp.Uploads bounds) {
        var validFor = Duration.ofMinutes(bounds.minutes());
        var until = clock.now().plus(validFor);
        return activity.files().values().stream().filter(file -> file.state() == EvidenceFile.State.AWAITED).map(file -> {
            var form = quarantine.get().allow(file.key(), file.type(), file.bytes(), validFor);
            return new Sheet().put("file", file.id()).put("url", form.url().toString()).put("fields", new TreeMap<>(form.fields()))
                    .put("until", until).done();
        }).toList();
    }
}
