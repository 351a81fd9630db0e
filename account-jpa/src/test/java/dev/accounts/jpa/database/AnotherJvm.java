package dev.accounts.jpa.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own that has ended.
 *
 * @param status how it ended
 * @param said what it printed
 */
public record AnotherJvm(int status, String said) {

    /** Runs a class of the tests to its end. */
    public static AnotherJvm run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(System.getProperty("java.class.path"), options, main, arguments);
    }

    /** Runs a class of the tests to its end, without the libraries whose files begin with a text. */
    public static AnotherJvm runWithout(String library, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith(library))
                .collect(Collectors.joining(File.pathSeparator));
        return run(classPath, List.of(), main, arguments);
    }

    private static AnotherJvm run(String classPath, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new AnotherJvm(process.waitFor(), said);
    }
}
