package dev.leadkeeper.infra.seed;

import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormInvalid;
import dev.leadkeeper.form.FormReader;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.CalendarFile;
import dev.leadkeeper.rulebook.DeadlinesCheck;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.RulebookInvalid;
import dev.leadkeeper.rulebook.StaffFile;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.FollowUps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An organisation's folder, read and checked by the parsers that the functions use.
 *
 * @param rulebook the document; its {@code version} names it
 * @param staff    in the order of the file
 * @param channels the document of {@code organisation/channels}
 * @param calendar the document of {@code organisation/calendar}, empty if there is none
 * @param forms    documents by form id
 * @param secrets  by name, such as {@code forms/demo}; only the sample has them in a file
 * @param sample   what of it is the sample that everybody can read: file names, empty for an organisation of one's own
 */
public record Organisation(Map<String, Object> rulebook, List<Staff> staff, Map<String, Object> channels, Map<String, Object> calendar,
                           Map<String, Map<String, Object>> forms, Map<String, String> secrets, List<String> sample) {
    /** Marks files whose content is public knowledge. */
    private static final String SAMPLE = "sample";

    /**
     * @param today what relative days in the staff file count from
     * @param local base address of the local cloud, put in place of <code>${local}</code> in channels; {@code null} elsewhere
     * @throws OrganisationInvalid with everything that is wrong with it
     */
    public static Organisation load(Path folder, LocalDate today, String local) {
        var problems = new ArrayList<String>();
        var files = new TreeMap<String, Map<String, Object>>();
        for (var file : files(folder)) {
            try {
                files.put(folder.relativize(file).toString().replace('\\', '/'), YamlFile.read(file));
            } catch (OrganisationInvalid e) {
                problems.addAll(e.problems());
            }
        }
        for (var needed : List.of("rulebook.yaml", "staff.yaml", "channels.yaml")) {
            if (!Files.exists(folder.resolve(needed))) {
                problems.add(needed + ": is missing in " + folder);
            }
        }
        if (!problems.isEmpty()) {
            throw new OrganisationInvalid(problems);
        }
        var sample = files.entrySet().stream().filter(each -> Boolean.TRUE.equals(each.getValue().remove(SAMPLE))).map(Map.Entry::getKey).toList();
        var forms = forms(files, problems);
        var channels = ChannelsFile.read(files.get("channels.yaml"), local, problems);
        var rulebook = files.get("rulebook.yaml");
        var calendar = files.getOrDefault("calendar.yaml", Map.of());
        var staff = read("staff.yaml", () -> StaffFile.parse(files.get("staff.yaml"), today), problems);
        var rules = read("rulebook.yaml", () -> Rulebook.parse(rulebook), problems);
        var followUp = read("rulebook.yaml", () -> FollowUps.of(rulebook), problems);
        read("rulebook.yaml", () -> DeadlineRules.of(rulebook), problems);
        var calendars = read("calendar.yaml", () -> CalendarFile.parse(calendar), problems);
        if (problems.isEmpty()) {
            CrossChecks.check(rules, staff, forms.keySet(), channels, problems);
            CrossChecks.calendar(calendars, staff, problems);
            DeadlinesCheck.problems(rulebook.get(DeadlineRules.SECTION), new DeadlinesCheck.Organisation(rules, followUp, staff))
                    .forEach(each -> problems.add("rulebook.yaml: " + each));
        }
        if (!problems.isEmpty()) {
            throw new OrganisationInvalid(problems);
        }
        return new Organisation(rulebook, staff, channels, calendar, forms,
                SecretsFile.read(files.getOrDefault("secrets.yaml", Map.of())), sample);
    }

    /** What a file says; {@code null} if it has mistakes, which are then among the problems. */
    private static <T> T read(String file, Supplier<T> parser, List<String> problems) {
        try {
            return parser.get();
        } catch (RulebookInvalid e) {
            e.problems().forEach(each -> problems.add(file + ": " + each));
            return null;
        }
    }

    /** Names of the secrets that the forms need. */
    List<String> formSecrets() {
        return forms.values().stream().flatMap(form -> NewSecret.names(form).stream()).distinct().sorted().toList();
    }

    private static List<Path> files(Path folder) {
        try (var all = Files.walk(folder, 2)) {
            return all.filter(each -> each.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + folder, e);
        }
    }

    private static Map<String, Map<String, Object>> forms(Map<String, Map<String, Object>> files, List<String> problems) {
        var forms = new LinkedHashMap<String, Map<String, Object>>();
        files.forEach((name, document) -> {
            if (name.startsWith("forms/")) {
                switch (FormReader.read(document)) {
                    case FormInvalid invalid -> invalid.problems().forEach(each -> problems.add(name + ": " + each));
                    case FormDefinition form -> {
                        if (!name.equals("forms/" + form.id() + ".yaml")) {
                            problems.add(name + ": id: is " + form.id() + ", so the file must be called " + form.id() + ".yaml");
                        }
                        forms.put(form.id(), document);
                    }
                }
            }
        });
        return forms;
    }
}
