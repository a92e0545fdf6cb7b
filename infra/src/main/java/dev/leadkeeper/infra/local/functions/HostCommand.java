package dev.leadkeeper.infra.local.functions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start the functions' JVM.
 *
 * @param classPath   what the functions need, the host's own classes included, emulators not
 * @param environment all of it; nothing is inherited but PATH, HOME and the temporary directory
 * @param log         where standard output and error go, appended
 * @param inherit     true to print there as well as on this process's terminal
 */
public record HostCommand(List<Path> classPath, List<String> jvmOptions, Map<String, String> environment, Path log, boolean inherit) {
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot");

    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.keySet().retainAll(INHERITED);
        variables.putAll(environment);
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (inherit) {
            builder.inheritIO();
        } else {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        return builder.start();
    }
}
