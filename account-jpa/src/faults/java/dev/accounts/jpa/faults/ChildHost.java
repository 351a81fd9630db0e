package dev.accounts.jpa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A host in a process of its own, which tells its parent of each question and each answer until it is killed. */
final class ChildHost {

    private static final int KILLED = 128 + 9;
    private static final Pattern LINE = Pattern.compile("[BEMRF] .*");

    private ChildHost() {}

    /** Works until it is killed, or its parent is gone. */
    public static void main(String[] arguments) throws Exception {
        PrintStream journal = System.out;
        // Logs must not get into the lines of the journal.
        System.setOut(System.err);
        Host host = Host.on(arguments[0]);
        Load.start(arguments[1], host, new Journal(new Histories(), journal));
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    /** Runs a process, and kills it when it has told of a number of acknowledged operations. */
    static void runAndKill(String url, String prefix, Histories histories, int acknowledged)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildHost.class.getName(),
                        url,
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = histories.acknowledged() + acknowledged;
        StringBuilder line = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                read(line.toString(), histories);
                line.setLength(0);
                if (histories.acknowledged() >= enough) {
                    // By its handle: the process itself would close the pipe that is still to be read.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        // A line that the kill cut short tells nothing.
        if (child.waitFor() != KILLED) {
            throw new IllegalStateException("the process of the host ended by itself: " + child.exitValue());
        }
    }

    private static void read(String line, Histories histories) {
        if (LINE.matcher(line).matches()) {
            histories.read(line);
        }
    }
}
