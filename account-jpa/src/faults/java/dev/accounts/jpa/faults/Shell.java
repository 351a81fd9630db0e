package dev.accounts.jpa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Runs commands of the system. */
final class Shell {

    private Shell() {}

    /** Runs a command to its end; fails if it does. */
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
