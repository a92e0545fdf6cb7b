package dev.leadkeeper.infra.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of the local cloud is made of.
 *
 * @param root       the repository: {@code template.yaml}, {@code functions/}, {@code infra/seed}, {@code events/forms}
 * @param template   the template, for tests another one than {@code root}'s
 * @param parameters values of template parameters that differ from their defaults
 * @param port       of the HTTP API; 0 for any free one
 * @param data       where everything is kept across restarts; in memory when empty
 * @param logs       true to print the functions' logs on the terminal
 * @param schedules  false when schedules fire only by {@code POST /local/tick/…}
 * @param doubles    true where S3 notifies twice of every second upload, as it may
 * @param now        where the time begins; where it was in the kept data, or else the machine's, when empty
 * @param functions  class path of the functions; taken from {@code root/functions/target} when empty
 */
public record Options(Path root, Path template, Map<String, String> parameters, int port, Optional<Path> data, boolean logs,
        boolean schedules, boolean doubles, Optional<Instant> now, Optional<java.util.List<Path>> functions) {

    /** The repository's own template on a free port, in memory, with schedules that fire only when told to. */
    public static Options forTests(Path root) {
        return new Options(root, root.resolve("template.yaml"), Map.of(), 0, Optional.empty(), false, false, false, Optional.empty(), Optional.empty());
    }

    public Options withTemplate(Path other, java.util.List<Path> classPath) {
        return new Options(root, other, parameters, port, data, logs, schedules, doubles, now, Optional.of(classPath));
    }

    public Options withData(Path directory) {
        return new Options(root, template, parameters, port, Optional.of(directory), logs, schedules, doubles, now, functions);
    }

    public Options withPort(int other) {
        return new Options(root, template, parameters, other, data, logs, schedules, doubles, now, functions);
    }

    public Options withSchedules(boolean fire) {
        return new Options(root, template, parameters, port, data, logs, fire, doubles, now, functions);
    }

    public Options withClockAt(Instant instant) {
        return new Options(root, template, parameters, port, data, logs, schedules, doubles, Optional.of(instant), functions);
    }

    public Options withLogs(boolean print) {
        return new Options(root, template, parameters, port, data, print, schedules, doubles, now, functions);
    }
}
