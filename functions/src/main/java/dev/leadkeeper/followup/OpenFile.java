package dev.leadkeeper.followup;

import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.FileReasons;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Vault;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Telemetry;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code GET /leads/{id}/activities/{activity}/files/{file}}: from an activity to its evidence. Every look is logged. */
final class OpenFile {
    private static final Duration VALID = Duration.ofMinutes(5);

    private final Reach reach;
    private final Activities activities;
    private final Supplier<Vault> vault;
    private final Telemetry telemetry;

    OpenFile(Reach reach, Activities activities, Supplier<Vault> vault, Telemetry telemetry) {
        this.reach = reach;
        this.activities = activities;
        this.vault = vault;
        this.telemetry = telemetry;
    }

    Answer answer(Person who, Access access, Ask ask) {
        var file = reach.lead(who, access, ask).flatMap(lead -> activities.find(lead.id(), ask.variable("activity")))
                .flatMap(activity -> activity.file(ask.variable("file")));
        if (file.isEmpty()) {
            return new Answer.Missing("file");
        }
        if (file.get().state() != EvidenceFile.State.VALID) {
            return new Answer.Refused("the file is " + file.get().state().word() + " 文件尚未通过检查或已被拒绝",
                    new Sheet().put("state", file.get().state().word()).put("reasons", FileReasons.of(file.get())).done());
        }
        telemetry.log(Telemetry.Level.INFO, "evidence-opened", Field.LEAD.is(ask.variable("id")), Field.ACTIVITY.is(ask.variable("activity")),
                Field.FILE.is(file.get().id()), Field.STAFF.is(who.id()));
        return new Answer.Elsewhere(vault.get().link(file.get().sha256(), file.get().name(), file.get().type(), VALID));
    }
}
